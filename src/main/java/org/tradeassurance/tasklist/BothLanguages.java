package org.tradeassurance.tasklist;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Cards and forms are stored once for all readers, so their words stand there in both languages; each reader is shown a half. */
@Component
class BothLanguages {

    /** Tells {@code desk.js} that a cell of a table holds our words, not somebody's data. */
    private static final String OURS = "\u2063";

    private final MessageSource messages;

    BothLanguages(MessageSource messages) {
        this.messages = messages;
    }

    /** The message with its argument; the argument itself if there is no such message. */
    String text(String key, String argument) {
        return message(key, argument, Locale.CHINESE) + " / " + message(key, argument, Locale.ENGLISH);
    }

    /** The messages of these keys as the cell of a table. */
    String cell(Collection<String> keys) {
        return ours(joined(keys, "；", Locale.CHINESE) + " / " + joined(keys, "; ", Locale.ENGLISH));
    }

    /** Words in both languages as the cell of a table. */
    String ours(String both) {
        return OURS + both;
    }

    private String joined(Collection<String> keys, String separator, Locale language) {
        return keys.stream().map(key -> message(key, "", language)).collect(Collectors.joining(separator));
    }

    private String message(String key, String argument, Locale language) {
        return String.valueOf(messages.getMessage(key, new Object[] {argument}, argument, language));
    }
}
