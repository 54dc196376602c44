package org.tradeassurance.payment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;

/**
 * The order numbers in a payer's text, read across the blanks and line breaks that the bank put in; 14 digits inside of longer ones are
 * none (BNK-10).
 *
 * @param certain numbers that stand there as such, of whatever order
 * @param possible what neighbouring pieces make together, or whole numbers written without a gap: numbers only if there is such an order
 */
record Named(Set<String> certain, Set<String> possible) {

    private static final int LENGTH = 14;
    private static final Pattern ROW = Pattern.compile("\\d+(?:\\s+\\d+)*");
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern GLUED = Pattern.compile(OrderNo.FORMAT);

    static Named in(@Nullable String text) {
        Named named = new Named(new LinkedHashSet<>(), new LinkedHashSet<>());
        if (text != null) {
            ROW.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .results()
                    .map(MatchResult::group)
                    .forEach(row -> named.read(List.of(GAP.split(row))));
        }
        return named;
    }

    /** The numbers that are named: an unknown one counts too, for its payer meant another order. */
    Set<String> among(Predicate<String> known) {
        Set<String> all = new LinkedHashSet<>(certain);
        possible.stream().filter(known).forEach(all::add);
        return all;
    }

    Set<String> all() {
        return among(number -> true);
    }

    private void read(List<String> pieces) {
        pieces.stream().filter(OrderNo::isOrderNo).forEach(certain::add);
        for (String joined : joined(pieces)) {
            (joined.length() == String.join("", pieces).length() ? certain : possible).add(joined);
        }
        pieces.stream()
                .filter(piece -> piece.length() > LENGTH && piece.length() % LENGTH == 0)
                .flatMap(piece -> GLUED.matcher(piece).results())
                .forEach(number -> possible.add(number.group()));
    }

    private static List<String> joined(List<String> pieces) {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < pieces.size(); from++) {
            StringBuilder number = new StringBuilder();
            for (int to = from; to < pieces.size() && number.length() < LENGTH; to++) {
                number.append(pieces.get(to));
            }
            if (number.length() == LENGTH) {
                found.add(number.toString());
            }
        }
        return found;
    }
}
