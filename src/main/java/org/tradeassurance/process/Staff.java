package org.tradeassurance.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people who log in to Tasklist and Cockpit, as the engine's identity service knows them. */
@Component
public class Staff {

    /**
     * What the right of a member rests on.
     *
     * @param password as it is stored: salted and hashed
     */
    public record Member(Set<String> groups, String password) implements Serializable {

        public boolean hasPasswordOf(Member other) {
            return MessageDigest.isEqual(password.getBytes(UTF_8), other.password.getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return groups.toString();
        }
    }

    private final IdentityService identities;
    private final JdbcClient jdbc;

    Staff(IdentityService identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** The member of this name as the database knows them now, in one statement. */
    public Optional<Member> member(String name) {
        return jdbc.sql("""
                        select pwd_, array(select group_id_ from act_id_membership where user_id_ = id_) as groups
                          from act_id_user where id_ = :name
                        """)
                .param("name", name)
                .query((row, number) -> new Member(
                        Set.of((String[]) row.getArray("groups").getArray()), String.valueOf(row.getString("pwd_"))))
                .optional();
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
