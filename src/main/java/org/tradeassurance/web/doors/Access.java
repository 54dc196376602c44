package org.tradeassurance.web.doors;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of {@code rights.csv}: an operation, and who may call it.
 *
 * @param open for everybody, logged in or not
 */
record Access(String method, PathPattern path, Set<Kind> kinds, boolean open) {

    private static final String STAFF = "staff";
    private static final String ANYONE = "anyone";

    /** Reads {@code METHOD /path, kind kind}; without kinds it is closed. */
    static Access parse(String row) {
        String[] columns = row.split(",", 2);
        String[] operation = columns[0].trim().split(" +", -1);
        String who = columns.length == 1 ? "" : columns[1].trim();
        return new Access(
                operation[0],
                PathPatternParser.defaultInstance.parse(operation[1]),
                who.equals(ANYONE) ? Set.of() : kinds(who),
                who.equals(ANYONE));
    }

    private static Set<Kind> kinds(String who) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : who.isEmpty() ? new String[0] : who.split(" +", -1)) {
            kinds.addAll(name.equals(STAFF) ? Kind.STAFF : EnumSet.of(Kind.named(name)));
        }
        return kinds;
    }

    boolean admits(Authentication caller) {
        return open || !Collections.disjoint(kinds, Kind.of(caller));
    }
}
