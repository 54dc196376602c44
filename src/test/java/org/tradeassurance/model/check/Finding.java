package org.tradeassurance.model.check;

import java.util.List;
import java.util.Locale;
import org.tradeassurance.process.TableFault;

/**
 * One thing that is wrong in a file, and what to do about it.
 *
 * @param file as the analyst knows it, from the folder on
 * @param said what the sentence of this key is about
 */
public record Finding(Severity severity, String file, Place place, String key, List<String> said) {

    /** From the worst on. */
    public enum Severity {
        /** An order would stop, go wrong, or lose what somebody has said. */
        STOPS,
        /** It works, and breaks a rule of the house. */
        RULE,
        /** How it is drawn. */
        HINT
    }

    static Finding of(Severity severity, String file, Place place, String key, Object... said) {
        return new Finding(severity, file, place, key, Sentences.texts(said));
    }

    static Finding of(String file, TableFault fault) {
        Place place = fault.row() == 0 ? Place.FILE : Place.row(fault.row());
        return new Finding(
                Severity.STOPS,
                file,
                fault.column() == null ? place : place.column(fault.column()),
                fault.key(),
                fault.said());
    }

    /** The whole finding in one line. */
    public String line(Locale language) {
        String at = place.in(language);
        return "[%s] %s%s: %s"
                .formatted(
                        Sentences.say(language, "severity." + severity),
                        file,
                        at.isEmpty() ? "" : ", " + at,
                        sentence(language));
    }

    public String sentence(Locale language) {
        return Sentences.say(language, key, said);
    }
}
