package org.tradeassurance.process;

import java.util.List;
import java.util.Locale;

/**
 * Something that is wrong with an element of a model, said in Chinese and English.
 *
 * @param element its id
 */
public record ModelFault(String element, String key, List<String> said) {

    /** In English, as it stands in a log. */
    @Override
    public String toString() {
        return element + ": " + TableFault.sentence(Locale.ENGLISH, key, said);
    }
}
