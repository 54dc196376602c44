package org.tradeassurance.web.doors;

import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.Staff;

/** A member of staff who has logged in: the groups, and what the password was then, by its fingerprint. */
class StaffLogin extends UsernamePasswordAuthenticationToken {

    private final Staff.Member member;

    StaffLogin(String name, Staff.Member member, Object details) {
        super(
                new Account(name, Account.Role.STAFF, null, null),
                null,
                AuthorityUtils.createAuthorityList("ROLE_STAFF"));
        this.member = member;
        setDetails(details);
    }

    Set<String> groups() {
        return member.groups();
    }

    Staff.Member member() {
        return member;
    }
}
