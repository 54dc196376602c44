package org.tradeassurance.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The people who log in to Tasklist and Cockpit, as the engine's identity service knows them. */
@Component
public class Staff {

    private final IdentityService identities;

    Staff(IdentityService identities) {
        this.identities = identities;
    }

    public boolean hasPassword(String name, String password) {
        return !name.isBlank() && !password.isEmpty() && identities.checkPassword(name, password);
    }

    public List<String> groupsOf(String name) {
        return identities.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList();
    }

    public List<String> administrators() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .toList();
    }

    /** The given names that belong to somebody. */
    public List<String> known(List<String> names) {
        return identities.createUserQuery().userIdIn(names.toArray(String[]::new)).list().stream()
                .map(User::getId)
                .toList();
    }
}
