package org.tradeassurance.payment;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pay-outs that a bank's text names: a refund's number, read across the blanks and line breaks that the bank put in, or the reference
 * under which it was paid, as a word of its own (BNK-09, BNK-10). {@code RF-12} does not name {@code RF-1}.
 */
record NamedRefunds(String text, Set<String> numbers, Set<String> words) {

    private static final Pattern NUMBER =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])RF[\\s\\p{Pd}]*(\\d+(?:\\s+\\d+)*)(?![\\p{L}\\p{N}])");
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;:/()]+");

    /** What a bank's reference looks like; a word of every day is none. */
    private static final Pattern REFERENCE = Pattern.compile("(?=.*\\d).{6,64}");

    private static final int LONGEST_NUMBER = 18;

    static NamedRefunds in(Notification notification) {
        String info = notification.details().remittanceInfo();
        NamedRefunds named = new NamedRefunds(
                Normalizer.normalize(
                        notification.bankReference() + "\n" + (info == null ? "" : info), Normalizer.Form.NFKC),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
        named.read();
        return named;
    }

    /** Whether this very refund is named. */
    boolean name(ReturnedPayouts.Paid paid) {
        return numbers.contains(paid.refundNo())
                || Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(paid.reference()) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .find();
    }

    private void read() {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            StringBuilder digits = new StringBuilder();
            for (String piece : GAP.splitAsStream(number.group(1)).toList()) {
                if (digits.append(piece).length() <= LONGEST_NUMBER) {
                    numbers.add("RF-" + digits);
                }
            }
        }
        for (Pattern between : new Pattern[] {GAP, BETWEEN_WORDS}) {
            between.splitAsStream(text).filter(REFERENCE.asMatchPredicate()).forEach(words::add);
        }
    }
}
