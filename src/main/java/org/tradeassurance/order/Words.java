package org.tradeassurance.order;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What something is called in both languages; analysts write it in one line, as {@code 中文 / English}. */
public record Words(String en, String zh) {

    private static final Pattern BOTH = Pattern.compile("(.*\\p{IsHan}.*?) / (\\P{IsHan}+)");

    /** Either half of what was written so; a name in one language is the same in both. */
    public static Words of(String written) {
        Matcher both = BOTH.matcher(written);
        return both.matches() ? new Words(both.group(2), both.group(1)) : new Words(written, written);
    }

    public static Words joined(List<Words> all) {
        return new Words(
                all.stream().map(Words::en).collect(Collectors.joining(", ")),
                all.stream().map(Words::zh).collect(Collectors.joining("、")));
    }

    @Override
    public String toString() {
        return en.equals(zh) ? en : zh + " / " + en;
    }
}
