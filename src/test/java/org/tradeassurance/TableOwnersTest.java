package org.tradeassurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A table belongs to one package: no other writes it, and others read it by a method of that package. */
class TableOwnersTest {

    private static final Path CODE = Path.of("src/main/java/org/tradeassurance");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");

    /** Tables and views of the migrations. */
    private static final Map<String, String> OWNERS = owners("""
            order        | trade_order contract_version operation_record decision_taken pair_account order_counter order_counter_sum order_field order_of_key
            process      | act_* go_live absence untold_message order_phase order_process_fault order_wait
            drafting     | order_template
            payment      | remittance refund returned_payout
            export       | export_order customs_clearance
            dispute      | dispute
            feedback     | feedback
            quota        | quota_entry
            supplier     | supplier standing_change complaint points_entry
            notification | outbox_mail webhook
            web          | idempotency_key
            sandbox      | sandbox_clock
            search       | search_word search_source search_compared
            """);

    /** Whoever asks across a border nevertheless, and why it is no method of the owner's. */
    private static final Map<String, Set<String>> CROSSINGS = crossings("""
            # one page, one query: what a desk, a party or a mail is shown is joined by the database
            tasklist/CardFacts             | trade_order contract_version export_order feedback supplier dispute customs_clearance complaint
            tasklist/MoneyFacts            | trade_order remittance refund returned_payout supplier
            notification/Mails             | trade_order supplier export_order dispute pair_account refund remittance
            search/Search                  | act_* trade_order supplier remittance
            order/OrderViews               | supplier export_order order_process_fault order_wait
            order/OrderExport              | supplier
            order/OpenTasks                | act_*
            order/OrderSearch              | act_*
            drafting/OrderTemplates        | trade_order
            feedback/TradeRecords          | trade_order contract_version export_order
            supplier/Suppliers             | trade_order feedback
            # sums over everything, told together
            overview/Figures               | trade_order remittance refund supplier dispute complaint
            overview/OpenTasks             | act_* trade_order
            overview/UnpaidOrders          | trade_order pair_account remittance
            # one statement over all orders, or all suppliers, once a day
            notification/DeadlineReminders | trade_order
            supplier/Standings             | trade_order
            # money that names no order is compared with the open ones
            payment/Candidates             | trade_order pair_account supplier
            # the seam between the row and the engine: locked, frozen and judged by both
            process/engine/OrderLock              | trade_order
            process/OrderTimers            | trade_order
            process/desk/FourEyes               | operation_record complaint dispute
            tasklist/OverdueTasks          | act_* trade_order
            # a queue's table shows what the engine keeps, a page in one statement
            tasklist/TaskTable             | act_*
            tasklist/TaskFilter            | act_*
            tasklist/TaskCounts            | act_*
            tasklist/Team                  | act_* absence
            payment/PendingMoney           | act_* untold_message
            # an event takes the status as it is stored, and its number under the order's lock
            notification/Webhooks          | trade_order
            # the sum that is frozen stands on the supplier's row beside its limit, so that one conditional update keeps both
            quota/Quotas                   | supplier
            # a mark that only coverage knows, on the row that it locks
            quota/WaitingReleases          | trade_order
            # what only a sandbox does: it is filled and emptied, and a standing clock frees what it would keep locked
            sandbox/SandboxData            | supplier
            sandbox/SandboxReset           | act_*
            sandbox/StoredClock            | act_*
            """);

    /** All that the engine's own scripts make. */
    private static final String ENGINE = "act_*";

    private static final Pattern MADE =
            Pattern.compile("create (?:table|(?:or replace )?view)(?: if not exists)? (\\w+)");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** A statement names a table after one of these words; {@code for update of}, {@code on conflict do update} name none of ours. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update|lock table)\\s+(\\w+)");

    @Test
    @DisplayName(
            "each table and view of the migrations belongs to one package; invariants look at all of them, for health and tests")
    void eachTableHasAnOwner() {
        Set<String> made = new TreeSet<>(Set.of(ENGINE));
        for (Path file : files(MIGRATIONS, ".sql")) {
            MADE.matcher(read(file)).results().map(found -> found.group(1)).forEach(made::add);
        }
        made.removeIf(name -> name.startsWith("inv_"));
        assertThat(OWNERS.keySet()).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    @DisplayName("whoever names another package's table stands here with a reason, and nobody stands here who does not")
    void nobodyAsksAcrossABorder() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : files(CODE, ".java")) {
            Set<String> foreign = tables(file);
            foreign.removeIf(table -> packageOf(file).equals(OWNERS.get(table)));
            if (!foreign.isEmpty()) {
                found.put(CODE.relativize(file).toString().replace(".java", ""), foreign);
            }
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(CROSSINGS);
    }

    private static Set<String> tables(Path file) {
        String code = COMMENT.matcher(read(file)).replaceAll("");
        return LITERAL.matcher(code)
                .results()
                .map(TableOwnersTest::text)
                .flatMap(literal -> NAMED.matcher(literal).results())
                .map(named -> named.group(1).startsWith("act_") ? ENGINE : named.group(1))
                .filter(OWNERS::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private static String packageOf(Path file) {
        return CODE.relativize(file).getName(0).toString();
    }

    private static Map<String, String> owners(String rows) {
        Map<String, String> owners = new TreeMap<>();
        crossings(rows).forEach((owner, tables) -> tables.forEach(table -> owners.put(table, owner)));
        return owners;
    }

    private static Map<String, Set<String>> crossings(String rows) {
        return rows.lines()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.split("\\|", 2))
                .collect(Collectors.toMap(
                        row -> row[0].strip(),
                        row -> new TreeSet<>(Set.of(row[1].strip().split(" "))),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
