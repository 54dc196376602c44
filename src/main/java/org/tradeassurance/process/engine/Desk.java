package org.tradeassurance.process.engine;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** Who is at the desk: the caller of a command, and the groups whose members may work on a task. */
public final class Desk {

    /** The group of the accounts of {@code /api/v1}; their own doors decide before the engine is asked. */
    static final String SERVICE_ACCOUNT = "service-account";

    private static final String ADMIN = "camunda-admin";

    /** What the group of a desk's leads is called beyond the desk's name. */
    private static final String LEAD = "-lead";

    private Desk() {}

    /** The member of staff who asks; nobody when a job runs or a service account asks. */
    public static @Nullable Authentication staff() {
        Authentication caller = Context.getCommandContext().getAuthentication();
        return caller == null || caller.getUserId() == null || groups(caller).contains(SERVICE_ACCOUNT) ? null : caller;
    }

    public static boolean isAdmin(Authentication caller) {
        return groups(caller).contains(ADMIN);
    }

    /** Whoever leads the desk, or administers everything, takes a task from the colleague who has claimed it. */
    public static boolean mayPassOn(Authentication caller, TaskEntity task) {
        return isAdmin(caller)
                || of(task).stream().anyMatch(desk -> groups(caller).contains(desk + LEAD));
    }

    /** Only what the model says counts: groups that someone adds to a task at run time open no desk. */
    public static Set<String> of(TaskEntity task) {
        Set<String> desks = new TreeSet<>();
        if (task.getTaskDefinition() != null) {
            for (Expression group : task.getTaskDefinition().getCandidateGroupIdExpressions()) {
                Collections.addAll(desks, group.getExpressionText().trim().split("\\s*,\\s*"));
            }
        }
        return desks;
    }

    public static void requireMember(Authentication caller, TaskEntity task) {
        Set<String> desks = of(task);
        if (Collections.disjoint(groups(caller), desks)) {
            throw onlyDesk(desks);
        }
    }

    public static void requireMember(String user, TaskEntity task) {
        Set<String> desks = of(task);
        List<String> groups = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createGroupQuery()
                        .groupMember(user)
                        .list()
                        .stream()
                        .map(group -> group.getId())
                        .toList());
        if (Collections.disjoint(groups, desks)) {
            throw onlyDesk(desks);
        }
    }

    /** What colleagues call a member of staff; whoever has no name goes by the login. */
    public static String nameOf(String user) {
        User known = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createUserQuery()
                        .userId(user)
                        .singleResult());
        String name = known == null
                ? ""
                : Stream.of(known.getFirstName(), known.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? user : name;
    }

    public static Refusal refused(String messageKey, Object... arguments) {
        return new Refusal(Problem.FORBIDDEN, null).field("task", messageKey, arguments);
    }

    private static Refusal onlyDesk(Set<String> desks) {
        return refused("task.only-desk", String.join(", ", desks));
    }

    private static List<String> groups(Authentication caller) {
        return caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
    }
}
