package org.tradeassurance.web.doors;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.tradeassurance.order.Account;

/** Kinds of login, as {@code rights.csv} names them. */
enum Kind {
    PLATFORM,
    SUPPLIER,
    BUYER,
    BANK,
    EXPORT_SERVICE,
    DESK,
    LEAD,
    ANALYST,
    ADMIN;

    static final Set<Kind> STAFF = EnumSet.of(DESK, LEAD, ANALYST, ADMIN);

    private static final String LEADS = "-lead";

    /** A member of staff is of the kind of each of their groups. */
    static Set<Kind> of(Authentication caller) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (caller instanceof StaffLogin member) {
            member.groups().forEach(group -> kinds.add(ofGroup(group)));
        } else if (caller.getPrincipal() instanceof Account account) {
            kinds.add(valueOf(account.role().name()));
        }
        return kinds;
    }

    private static Kind ofGroup(String group) {
        return switch (group) {
            case "camunda-admin" -> ADMIN;
            case "process-analyst" -> ANALYST;
            default -> group.endsWith(LEADS) ? LEAD : DESK;
        };
    }

    static Kind named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
