package org.tradeassurance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.fuzz.Description.Operation;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Wire;

/**
 * Each call of our own description, its body and all around it spoiled by chance, by each role: refused as the contract says, and a refusal
 * changes nothing. Some rounds over all calls in every build, more by {@code -Dfuzz.rounds}, others by {@code -Dfuzz.seed}.
 */
class FuzzTest extends AcceptanceTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 6);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** They move the clock and clear the tables under the feet of this test. */
    private static final String SANDBOX = "/api/v1/sandbox/";

    private static final List<String> ACCOUNTS = List.of(
            "platform",
            "platform",
            "platform",
            "platform",
            "platform",
            "supplier-S-1001",
            "supplier-S-1002",
            "buyer-acme",
            "buyer-globex",
            "bank",
            "export-service",
            "");

    private static final Set<String> CODES =
            Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());

    /** What would tell of our inside. */
    private static final Pattern INSIDE = Pattern.compile(
            "org\\.tradeassurance|org\\.springframework|org\\.camunda|com\\.fasterxml|java\\.(lang|util|time)|org\\.postgresql"
                    + "|Exception|\\tat |ERROR:|(?i:insert into|delete from|update [a-z_]+ set|select .{1,80} from )");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mutation spoiled = new Mutation(new Random(SEED));
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @LocalServerPort
    private int ownPort;

    @Test
    @DisplayName("whatever is sent, the answer is one of the contract, and a refusal changes nothing")
    void whateverIsSent() throws JsonProcessingException {
        Wire wire = new Wire(ownPort);
        Description description = new Description(JSON.readTree(
                wire.send("GET /v3/api-docs HTTP/1.0\r\n" + Surroundings.login("platform") + "\r\n", new byte[0])
                        .body()));
        Surroundings around =
                new Surroundings(spoiled, List.of(opened(draft()), agreed(draft()), paid(draft()), acmesOrder()));
        Map<String, String> before = digest();
        for (int round = 0; round < ROUNDS; round++) {
            for (Operation operation : description.operations()) {
                if (!operation.path().startsWith(SANDBOX)) {
                    before = call(wire, around, operation, description.body(operation), before);
                }
            }
        }
        System.out.printf("fuzz: seed %d, answers by status %s%n", SEED, statuses);
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    private String acmesOrder() {
        return opened(draft().with("/supplierId", "S-1001").with("/buyer/email", "acme@example.com"));
    }

    private Map<String, String> call(
            Wire wire, Surroundings around, Operation operation, @Nullable JsonNode good, Map<String, String> before) {
        String account = spoiled.pick(ACCOUNTS);
        boolean takesBody =
                !operation.method().equals("GET") && !operation.method().equals("DELETE");
        byte[] body = takesBody ? spoiled.body(good) : new byte[0];
        String head = "%s %s HTTP/1.0\r\n%s"
                .formatted(operation.method(), around.target(operation), around.headers(account, body));
        Wire.Answer answer = wire.send(head + "\r\n", body);
        statuses.merge(answer.status(), 1, Integer::sum);
        Map<String, String> after = digest();
        List<String> faults = faults(answer);
        if (answer.status() >= 400 && !after.equals(before)) {
            faults.add("changed " + changed(before, after));
        }
        if (!faults.isEmpty()) {
            String sent = new String(body, StandardCharsets.UTF_8);
            wrong.add("%n%s%n%s%s%n=> %d %s"
                    .formatted(
                            faults,
                            head,
                            sent.substring(0, Math.min(600, sent.length())),
                            answer.status(),
                            answer.body()));
        }
        return after;
    }

    private static List<String> faults(Wire.Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == 0 || answer.status() >= 500) {
            faults.add("status " + answer.status());
        }
        if (INSIDE.matcher(answer.body()).find()) {
            faults.add("tells of the inside");
        }
        if (answer.head().contains("X-Injected")) {
            faults.add("header injected");
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            JsonNode problem = json(answer.body());
            boolean known = answer.hasType("application/problem+json")
                    && CODES.contains(problem.path("code").asText())
                    && problem.path("status").asInt() == answer.status()
                    && problem.has("type")
                    && problem.has("title")
                    && problem.has("detail");
            if (!known) {
                faults.add("no problem of the contract");
            }
        }
        return faults;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                .toList();
    }

    /** All that is stored but the keys and the login's own: a sum a table. */
    private Map<String, String> digest() {
        if (tables.isEmpty()) {
            tables = jdbc.sql("""
                            select table_name from information_schema.tables
                             where table_schema = current_schema() and table_type = 'BASE TABLE'
                               and (table_name not like 'act\\_%' or table_name like 'act\\_ru\\_%')
                               and table_name not in ('idempotency_key', 'flyway_schema_history', 'act_ru_authorization', 'act_ru_filter')
                            """).query(String.class).list();
        }
        String sums = tables.stream()
                .map(table ->
                        "select '%1$s' as name, coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as sum from %1$s x"
                                .formatted(table))
                .collect(Collectors.joining(" union all "));
        Map<String, String> sumByTable = new TreeMap<>();
        jdbc.sql(sums).query(row -> {
            sumByTable.put(row.getString("name"), row.getString("sum"));
        });
        return sumByTable;
    }

    private List<String> tables = List.of();
}
