package org.tradeassurance.process;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a decision, said in Chinese and English.
 *
 * @param row counted from 1 as the table shows it, 0: no row of its own
 * @param column its label, null: no column of its own
 */
public record TableFault(String table, int row, @Nullable String column, String key, List<String> said) {

    private static final String BUNDLE = "tables";

    /** What is wrong and what to do, without the place. */
    public String sentence(Locale language) {
        return sentence(language, key, said);
    }

    static String sentence(Locale language, String key, List<String> said) {
        String sentence = word(language, key);
        for (int i = 0; i < said.size(); i++) {
            sentence = sentence.replace("{" + i + "}", said.get(i));
        }
        return sentence;
    }

    /** In English, as it stands in a log. */
    @Override
    public String toString() {
        return "Table " + table
                + (row == 0 ? "" : ", row " + row)
                + (column == null ? "" : ", column \"" + column + '"')
                + ": " + sentence(Locale.ENGLISH);
    }

    private static String word(Locale language, String key) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
