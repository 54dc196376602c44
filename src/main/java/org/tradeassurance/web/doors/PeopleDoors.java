package org.tradeassurance.web.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Browsing;
import org.tradeassurance.web.Problems;

/** The doors for people: one login page, then Tasklist and Cockpit for staff, the order pages for staff and accounts, and what leads to a task. */
@Configuration(proxyBeanMethods = false)
class PeopleDoors {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String LIMIT = "camunda.bpm.generic-properties.properties.query-max-results-limit";
    private static final String SECURE = "server.servlet.session.cookie.secure";
    private static final String PAGES = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private final Logins logins;
    private final Refusals refusals;
    private final StaffSessions sessions;
    private final Devices devices;
    private final HttpSessionRequestCache wanted = wantedPages();
    private final boolean sandbox;
    private final int limit;

    PeopleDoors(Logins logins, Refusals refusals, StaffRegister register, Environment environment) {
        this.logins = logins;
        this.refusals = refusals;
        this.sessions = new StaffSessions(register);
        this.devices = new Devices(environment.getRequiredProperty(SECURE, Boolean.class));
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        this.limit = environment.getRequiredProperty(LIMIT, Integer.class);
    }

    @Bean
    @Order(10)
    SecurityFilterChain login(HttpSecurity http) throws Exception {
        return Doors.headers(http, Pages.CONTENT_SECURITY_POLICY, sandbox)
                .securityMatcher("/login", "/logout")
                .authenticationManager(logins::person)
                .requestCache(cache -> cache.requestCache(wanted))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(Visitor::new)
                        .successHandler(home())
                        .failureHandler(refusals::loginFailed))
                .logout(logout ->
                        logout.logoutUrl("/logout").deleteCookies("JSESSIONID").logoutSuccessUrl("/login?logout"))
                .exceptionHandling(denied ->
                        denied.accessDeniedHandler((request, response, e) -> refusals.staleForm(request, response)))
                .build();
    }

    /** To the page that was asked for, wherever the browser has found us. */
    private SavedRequestAwareAuthenticationSuccessHandler home() {
        SavedRequestAwareAuthenticationSuccessHandler home = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication person)
                    throws ServletException, IOException {
                ResponseCookie device = devices.issue(person.getName(), logins.passwordHash(person));
                response.addHeader(HttpHeaders.SET_COOKIE, device.toString());
                super.onAuthenticationSuccess(request, response, person);
            }

            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, Authentication person) {
                return isStaff(person) ? TASKLIST : "/swagger-ui/index.html";
            }
        };
        home.setRequestCache(wanted);
        home.setRedirectStrategy(
                (request, response, url) -> response.sendRedirect(url.replaceFirst("^https?://[^/]*", "")));
        return home;
    }

    /** Camunda's own filter guards its interface against forged requests, so Spring's does not; also on logging out. */
    @Bean
    @Order(11)
    SecurityFilterChain webapps(HttpSecurity http, AccessTable table, Problems problems, ObjectMapper json)
            throws Exception {
        return people(http, "")
                .securityMatcher(PeopleDoors::isWebapp)
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(table::decide))
                .logout(logout -> logout.logoutRequestMatcher(PeopleDoors::logsOut)
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, person) -> response.setStatus(204)))
                .addFilterAfter(new ExpressionKeys(problems), AuthorizationFilter.class)
                .addFilterAfter(new DefinitionLists(limit), AuthorizationFilter.class)
                .addFilterAfter(new TaskUpdates(json), ExpressionKeys.class)
                .build();
    }

    @Bean
    @Order(12)
    SecurityFilterChain orderPages(HttpSecurity http) throws Exception {
        return people(http, PAGES)
                .securityMatcher("/", "/orders", "/orders/**", "/overview", "/tasks/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .logout(logout -> logout.disable())
                .build();
    }

    private HttpSecurity people(HttpSecurity http, String contentSecurityPolicy) throws Exception {
        return Doors.headers(http, contentSecurityPolicy, sandbox)
                .addFilterAfter(sessions, SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(refusals::login)
                        .accessDeniedHandler(
                                (request, response, e) -> refusals.refuse(request, response, Problem.FORBIDDEN)));
    }

    /** By the whole path: a pattern would be held against the part behind the servlet that serves the interface. */
    private static boolean isWebapp(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals("/camunda") || path.startsWith("/camunda/");
    }

    private static boolean isStaff(Authentication person) {
        return person.getPrincipal() instanceof Account account && account.role() == Account.Role.STAFF;
    }

    /** What Tasklist's own menu posts, with the token that Camunda's filter has put into the session. */
    private static boolean logsOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return request.getMethod().equals("POST")
                && request.getRequestURI().matches("/camunda/api/admin/auth/user/[^/]+/logout")
                && session != null
                && session.getAttribute("CAMUNDA_CSRF_TOKEN") instanceof String token
                && MessageDigest.isEqual(bytes(token), bytes(String.valueOf(request.getHeader("X-XSRF-TOKEN"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where to go after the login: a page that a person asked for, and its plain address. */
    static HttpSessionRequestCache wantedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        RequestMatcher pages = request ->
                Browsing.asksForPage(request) && !request.getRequestURI().startsWith("/favicon");
        cache.setRequestMatcher(pages);
        return cache;
    }
}
