package org.tradeassurance.process.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff type or paste into a field of a form. */
class TypedTextTest {

    @ParameterizedTest(name = "{1} is read as {2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ^[0-9]{1,12}(\\.[0-9]{1,2})?$|12,450.00|12450.00
            ^[0-9]{1,12}(\\.[0-9]{1,2})?$|1,000|1000
            ^[0-9]{1,12}(\\.[0-9]{1,2})?$|１２，４５０．００|12450.00
            ^[0-9]{1,12}(\\.[0-9]{1,2})?$|12,450.00 USD|12450.00
            ^[0-9]{1,12}(\\.[0-9]{1,2})?$|1,5|1,5
            ^[0-9]{1,12}(\\.[0-9]{1,2})?$|12450.00 EUR|12450.00 EUR
            ^[0-9]{14}$| 20151101000001　|20151101000001
            ^[A-Z]{2}$|gb|GB
            | Acme, 1,000 lamps |Acme, 1,000 lamps
            """)
    void textIsReadAsItIsMeant(String pattern, String typed, String meant) {
        ObjectNode field = new ObjectMapper().createObjectNode();
        if (pattern != null) {
            field.putObject("validate").put("pattern", pattern);
        }
        assertThat(TypedText.understood(field, typed)).isEqualTo(meant);
    }
}
