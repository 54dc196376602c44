package org.tradeassurance.tasklist;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** What the engine lets a desk do. What the plan does not grant is taken away; nothing is granted on single tasks. */
@Component
class Grants {

    /** To read and to work, never to update: that would include setting any variable of a process. */
    private static final Set<ProcessDefinitionPermissions> TAKE_PART = EnumSet.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_HISTORY,
            ProcessDefinitionPermissions.TASK_WORK,
            ProcessDefinitionPermissions.TASK_ASSIGN);

    private static final Set<ProcessDefinitionPermissions> OBSERVE = EnumSet.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_HISTORY);

    private record Key(int resource, String id) {}

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * Gives a desk what it needs, and takes the rest.
     *
     * @param processes whose tasks the desk reads and, as a candidate, works on
     * @param filters the ids of the filters that the desk sees
     */
    void apply(DeskPlan.Desk desk, Set<String> processes, Set<String> filters) {
        Map<Key, Set<Permission>> wanted = wanted(desk, processes, filters);
        for (Authorization stored : authorizations
                .createAuthorizationQuery()
                .groupIdIn(desk.group())
                .list()) {
            Set<Permission> permissions = wanted.get(new Key(stored.getResourceType(), stored.getResourceId()));
            if (permissions != null && holdsExactly(stored, permissions)) {
                wanted.remove(new Key(stored.getResourceType(), stored.getResourceId()));
            } else {
                authorizations.deleteAuthorization(stored.getId());
            }
        }
        wanted.forEach((key, permissions) -> grant(desk.group(), key, permissions));
    }

    void takeAll(String group) {
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .list()
                .forEach(stored -> authorizations.deleteAuthorization(stored.getId()));
    }

    private static Map<Key, Set<Permission>> wanted(DeskPlan.Desk desk, Set<String> processes, Set<String> filters) {
        Map<Key, Set<Permission>> wanted = new LinkedHashMap<>();
        add(wanted, Resources.GROUP, desk.group(), Set.of(Permissions.READ));
        desk.applications().forEach(name -> add(wanted, Resources.APPLICATION, name, Set.of(Permissions.ACCESS)));
        filters.forEach(id -> add(wanted, Resources.FILTER, id, Set.of(Permissions.READ)));
        processes.forEach(key -> add(wanted, Resources.PROCESS_DEFINITION, key, TAKE_PART));
        for (String key : desk.starts()) {
            add(wanted, Resources.PROCESS_DEFINITION, key, Set.of(ProcessDefinitionPermissions.READ));
            add(wanted, Resources.PROCESS_DEFINITION, key, Set.of(ProcessDefinitionPermissions.CREATE_INSTANCE));
            add(wanted, Resources.PROCESS_INSTANCE, ANY, Set.of(Permissions.CREATE));
        }
        if (desk.observes()) {
            add(wanted, Resources.PROCESS_DEFINITION, ANY, OBSERVE);
            add(wanted, Resources.TASK, ANY, Set.of(TaskPermissions.READ));
            add(wanted, Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ, Permissions.READ_HISTORY));
            add(wanted, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Set.of(Permissions.READ));
            add(wanted, Resources.DEPLOYMENT, ANY, Set.of(Permissions.READ));
            add(wanted, Resources.BATCH, ANY, Set.of(BatchPermissions.READ));
        }
        return wanted;
    }

    private static void add(
            Map<Key, Set<Permission>> wanted, Resource resource, String id, Set<? extends Permission> permissions) {
        wanted.computeIfAbsent(new Key(resource.resourceType(), id), key -> new LinkedHashSet<>())
                .addAll(permissions);
    }

    private static boolean holdsExactly(Authorization stored, Set<Permission> permissions) {
        int bits = 0;
        for (Permission permission : permissions) {
            bits |= permission.getValue();
        }
        return stored.getAuthorizationType() == AUTH_TYPE_GRANT
                && ((AuthorizationEntity) stored).getPermissions() == bits;
    }

    private void grant(String group, Key key, Set<Permission> permissions) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResourceType(key.resource());
        authorization.setResourceId(key.id());
        permissions.forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
    }
}
