package org.tradeassurance.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;

/** The versions of each decision table: read anew when this node has deployed, and every few seconds for what others have. */
@Component
public class TableVersions {

    /**
     * One deployed version.
     *
     * @param definition the id of its decision definition
     * @param liveSince the day in Asia/Shanghai on which it went live
     */
    record Version(String table, int number, String definition, String deployment, LocalDate liveSince) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();

    /** By table, the newest first; null: to be read. */
    private volatile @Nullable Map<String, List<Version>> read;

    TableVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes when a deployment goes live, and forgets what was read as soon as it is there for all to see. */
    public static Deployer deployer(Supplier<TableVersions> versions) {
        return (DeploymentEntity deployment) -> {
            if (deployment.isNew()) {
                versions.get().goesLive(deployment.getId());
                Context.getCommandContext()
                        .getTransactionContext()
                        .addTransactionListener(
                                TransactionState.COMMITTED,
                                committed -> versions.get().forget());
            }
        };
    }

    private void goesLive(String deployment) {
        jdbc.sql("insert into go_live (deployment_id, live_at) values (:deployment, :now)")
                .param("deployment", deployment)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void forget() {
        read = null;
    }

    /** The table itself; a deployed one never changes. */
    DmnDecision table(Version version) {
        return tables.computeIfAbsent(version.definition(), id -> (DmnDecision)
                Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedDecisionDefinitionById(id));
    }

    /** The newest first; none where no such table was ever deployed. */
    List<Version> of(String table) {
        Map<String, List<Version>> known = read;
        if (known == null) {
            known = read();
            read = known;
        }
        return known.getOrDefault(table, List.of());
    }

    /** The newest version that was live on a date, if it is newer than a given one. */
    Optional<Version> newer(String table, int than, LocalDate onDate) {
        return of(table).stream()
                .takeWhile(version -> version.number() > than)
                .filter(version -> !version.liveSince().isAfter(onDate))
                .findFirst();
    }

    private Map<String, List<Version>> read() {
        return jdbc
                .sql("""
                        select t.key_, t.version_, t.id_, t.deployment_id_, coalesce(l.live_at, 'epoch') as live_at
                          from act_re_decision_def t
                          left join go_live l on l.deployment_id = t.deployment_id_
                         order by t.key_, t.version_ desc
                        """)
                .query((row, i) -> new Version(
                        row.getString("key_"),
                        row.getInt("version_"),
                        row.getString("id_"),
                        row.getString("deployment_id_"),
                        BusinessTime.dateOf(
                                row.getObject("live_at", OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Version::table));
    }
}
