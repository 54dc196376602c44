package org.tradeassurance.tasklist;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.process.DrawnTask;

/** Brings groups, grants and queues in line with {@code processes/desks.yaml} and the models at every start; writes only what differs. */
@Component
@Order(0)
class DeskSetup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DeskSetup.class);
    private static final String GROUP_TYPE = "WORKFLOW";
    private static final String LEAD = "-lead";

    /** Nodes that start together wait for each other here. */
    private static final long LOCK = 0x6465_736b_7365_7475L;

    private final IdentityService identities;
    private final Grants grants;
    private final Queues queues;
    private final DesksInUse inUse;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final boolean sandbox;

    DeskSetup(
            IdentityService identities,
            Grants grants,
            Queues queues,
            DesksInUse inUse,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Environment environment) {
        this.identities = identities;
        this.grants = grants;
        this.queues = queues;
        this.inUse = inUse;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        apply(DeskPlan.read());
    }

    void apply(DeskPlan file) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> number)
                    .single();
            List<DrawnTask> drawn = inUse.drawn();
            DeskPlan plan = file.with(drawn, this::nameOf);
            plan.desks().forEach(this::group);
            Map<String, Set<String>> filters = queues.apply(plan);
            for (DeskPlan.Desk desk : plan.desks()) {
                grants.apply(desk, processes(desk, drawn), filters.getOrDefault(desk.group(), Set.of()));
            }
            former(plan).forEach(grants::takeAll);
            inUse.set(plan, drawn);
            if (sandbox) {
                plan.desks().forEach(this::member);
            }
            LOG.info(
                    "{} desks with {} queues",
                    plan.desks().size(),
                    plan.queues().size());
        });
    }

    /** The processes that have a task for a desk. */
    private static Set<String> processes(DeskPlan.Desk desk, List<DrawnTask> drawn) {
        return drawn.stream()
                .filter(task -> task.desks().contains(desk.group()))
                .map(DrawnTask::process)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Groups that were desks, as one sees by their leads; groups that people have made keep what they have. */
    private Set<String> former(DeskPlan plan) {
        Set<String> all = new TreeSet<>();
        identities.createGroupQuery().list().forEach(group -> all.add(group.getId()));
        Set<String> former = new TreeSet<>();
        all.stream().filter(group -> all.contains(group + LEAD)).forEach(desk -> {
            former.add(desk);
            former.add(desk + LEAD);
        });
        plan.desks().forEach(desk -> former.remove(desk.group()));
        return former;
    }

    private String nameOf(String group) {
        Group found = identities.createGroupQuery().groupId(group).singleResult();
        return found == null || found.getName() == null ? group : found.getName();
    }

    private void group(DeskPlan.Desk desk) {
        List<Group> found = identities.createGroupQuery().groupId(desk.group()).list();
        Group group = found.isEmpty() ? identities.newGroup(desk.group()) : found.get(0);
        if (!desk.name().equals(group.getName()) || !GROUP_TYPE.equals(group.getType())) {
            group.setName(desk.name());
            group.setType(GROUP_TYPE);
            identities.saveGroup(group);
        }
    }

    /** In the sandbox each desk and its leads have one member, called like the group (section 2 of the contract). */
    private void member(DeskPlan.Desk desk) {
        String name = desk.group();
        if (identities.createUserQuery().userId(name).count() == 0) {
            var user = identities.newUser(name);
            user.setFirstName(desk.name());
            user.setLastName("");
            user.setEmail(name + "@example.com");
            user.setPassword("sandbox");
            identities.saveUser(user);
        }
        join(name, name);
        if (desk.leads() != null) {
            join(name, desk.leads());
        }
    }

    private void join(String name, String group) {
        if (identities.createGroupQuery().groupMember(name).groupId(group).count() == 0) {
            identities.createMembership(name, group);
        }
    }
}
