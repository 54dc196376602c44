package org.tradeassurance.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.engine.BcryptPasswords;

/** The people who log in to Tasklist and Cockpit, as the engine's identity service knows them. */
@Component
public class Staff {

    /**
     * What the right of a member rests on.
     *
     * @param password as it is stored: salted and hashed
     */
    public record Member(Set<String> groups, String password, String salt) implements Serializable {

        public boolean hasPasswordOf(Member other) {
            return MessageDigest.isEqual(password.getBytes(UTF_8), other.password.getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return groups.toString();
        }
    }

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;

    Staff(IdentityService identities, ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
        this.identities = identities;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** The member of this name as the database knows them now, in one statement. */
    public Optional<Member> member(String name) {
        return jdbc.sql("""
                        select pwd_, salt_, array(select group_id_ from act_id_membership where user_id_ = id_) as groups
                          from act_id_user where id_ = :name
                        """)
                .param("name", name)
                .query((row, number) -> new Member(
                        Set.of((String[]) row.getArray("groups").getArray()),
                        Objects.requireNonNullElse(row.getString("pwd_"), ""),
                        Objects.requireNonNullElse(row.getString("salt_"), "")))
                .optional();
    }

    /** Takes long, as it is meant to; no connection is held meanwhile. */
    public boolean isPassword(Member member, String password) {
        return !member.password().isEmpty()
                && engine.getPasswordManager()
                        .check(EncryptionUtil.saltPassword(password, member.salt()), member.password());
    }

    public boolean hasPassword(String name, String password) {
        return member(name).filter(member -> isPassword(member, password)).isPresent();
    }

    /** Hashes a password that is right as passwords are hashed today, unless it is or has been changed meanwhile. */
    public void renew(String name, Member member, String password) {
        if (!BcryptPasswords.isHash(member.password())) {
            jdbc.sql("update act_id_user set pwd_ = :now, rev_ = rev_ + 1 where id_ = :name and pwd_ = :before")
                    .param(
                            "now",
                            engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, member.salt())))
                    .param("name", name)
                    .param("before", member.password())
                    .update();
        }
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

    /** The e-mail addresses of all members of a desk who have one. */
    public List<String> addressesOf(String group) {
        return identities.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getEmail)
                .filter(address -> address != null && !address.isBlank())
                .toList();
    }

    /** The given names that belong to somebody. */
    public List<String> known(List<String> names) {
        return identities.createUserQuery().userIdIn(names.toArray(String[]::new)).list().stream()
                .map(User::getId)
                .toList();
    }
}
