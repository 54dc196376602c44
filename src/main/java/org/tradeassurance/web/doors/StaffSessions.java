package org.tradeassurance.web.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.process.Staff;

/**
 * Ends a session with the right that it was opened by: whoever is deleted, is in no group any more or has another password is logged
 * out, and whoever has other groups goes on with those. A change is noticed within {@link StaffRegister#FRESH_FOR}.
 */
class StaffSessions extends OncePerRequestFilter {

    /** Where Camunda keeps the groups of the person who logged in, for five minutes. */
    private static final String CAMUNDAS_COPY = "authenticatedUser";

    private final StaffRegister register;

    StaffSessions(StaffRegister register) {
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof StaffLogin login
                && hasEnded(login, session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
        if (session != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof StaffLogin login
                && changesOwnPassword(request, login)
                && response.getStatus() == HttpStatus.NO_CONTENT.value()) {
            register.forget(login.getName());
            register.find(login.getName()).ifPresent(member -> keep(login, member, session));
        }
    }

    private boolean hasEnded(StaffLogin login, HttpSession session) {
        Optional<Staff.Member> now = register.find(login.getName())
                .filter(member -> !member.groups().isEmpty() && member.hasPasswordOf(login.member()));
        now.filter(member -> !member.equals(login.member())).ifPresent(member -> keep(login, member, session));
        return now.isEmpty();
    }

    private static void keep(StaffLogin login, Staff.Member member, HttpSession session) {
        SecurityContext context = new SecurityContextImpl(new StaffLogin(login.getName(), member, login.getDetails()));
        SecurityContextHolder.setContext(context);
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        session.removeAttribute(CAMUNDAS_COPY);
    }

    /** Ends their other sessions, not this one. */
    private static boolean changesOwnPassword(HttpServletRequest request, StaffLogin login) {
        return request.getMethod().equals("PUT")
                && request.getRequestURI().endsWith("/user/" + login.getName() + "/credentials");
    }
}
