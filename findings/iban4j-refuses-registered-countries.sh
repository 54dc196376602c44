#!/usr/bin/env bash
# iban4j 3.2.11-RELEASE. Account numbers of countries that the IBAN registry lists, with a right checksum and the registry's own examples, are refused
# with "Country code is not supported": Djibouti, Falkland Islands, Honduras, Libya, Mongolia, Nicaragua, Somalia, Sudan, Yemen. Burundi, Oman and
# Russia, as late in the registry, pass. commons-validator 1.10.0 knows them all. Money from such an account must not be turned away for it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.iban4j</groupId><artifactId>iban4j</artifactId><version>3.2.11-RELEASE</version></dependency>
    <dependency><groupId>commons-validator</groupId><artifactId>commons-validator</artifactId><version>1.10.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.math.BigInteger;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.IBANValidator;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

public class Finding {
    static final String[] EXAMPLES = {
        "BI4210000100010000332045181", "OM810180000001299123456", "RU0304452522540817810538091310419",
        "DJ2100010000000154000100186", "FK88SC123456789012", "HN88CABF00000000000250005469", "LY83002048000020100120361", "MN121234123456789123",
        "NI45BAPR00000013000003558124", "SD8811123456789012", "SO211000001001000100141", "YE15CBYE0001018861234567891234"
    };

    public static void main(String[] args) {
        for (String iban : EXAMPLES) {
            System.out.println(iban.substring(0, 2) + " checksum " + checksum(iban) + ", commons-validator "
                    + IBANValidator.getInstance().isValid(iban) + ", iban4j " + iban4j(iban));
        }
    }

    static boolean checksum(String iban) {
        String digits = (iban.substring(4) + iban.substring(0, 4)).chars()
                .mapToObj(c -> Integer.toString(Character.digit(c, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    static boolean iban4j(String iban) {
        try {
            IbanUtil.validate(iban);
            return true;
        } catch (Iban4jException e) {
            return false;
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
BI checksum true, commons-validator true, iban4j true
OM checksum true, commons-validator true, iban4j true
RU checksum true, commons-validator true, iban4j true
DJ checksum true, commons-validator true, iban4j false
FK checksum true, commons-validator true, iban4j false
HN checksum true, commons-validator true, iban4j false
LY checksum true, commons-validator true, iban4j false
MN checksum true, commons-validator true, iban4j false
NI checksum true, commons-validator true, iban4j false
SD checksum true, commons-validator true, iban4j false
SO checksum true, commons-validator true, iban4j false
YE checksum true, commons-validator true, iban4j false
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
