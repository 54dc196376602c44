package org.tradeassurance.tasklist;

import java.util.Set;

/** A member of staff who looks at tasks, with the groups that they belong to now. */
record Viewer(String name, Set<String> groups) {

    private static final String ADMIN = "camunda-admin";
    private static final String LEAD = "-lead";

    boolean isAdmin() {
        return groups.contains(ADMIN);
    }

    boolean leads(String desk) {
        return isAdmin() || groups.contains(desk + LEAD);
    }
}
