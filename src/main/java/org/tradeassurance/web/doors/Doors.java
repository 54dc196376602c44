package org.tradeassurance.web.doors;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Commands;
import org.tradeassurance.web.Problems;

/** The doors for programs, one chain each, and the wall around them: what no door leads to does not exist. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class Doors {

    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String OWN = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final int PIECE_IN_MILLIS = 3_000;
    private static final int ONE_YEAR = 31_536_000;

    private final Logins logins;
    private final Refusals refusals;
    private final StaffSessions sessions;
    private final boolean sandbox;

    Doors(Logins logins, Refusals refusals, StaffRegister register, Environment environment) {
        this.logins = logins;
        this.refusals = refusals;
        this.sessions = new StaffSessions(register);
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @Bean
    AccessTable accessTable() {
        return AccessTable.read();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, AccessTable accessTable, Problems problems, Commands commands, AccountSettings settings)
            throws Exception {
        ApiDoor door = new ApiDoor(accessTable, problems, commands);
        programs(http, NOTHING).securityMatcher("/api/v1", "/api/v1/**");
        String issuer = settings.jwt().issuerUri();
        if (issuer != null) {
            AuthenticationManager tokens = logins.remembering(
                    BearerAccounts.manager(issuer, settings.jwt().audience()));
            http.oauth2ResourceServer(bearer ->
                    bearer.authenticationEntryPoint(refusals::challenge).jwt(jwt -> jwt.authenticationManager(tokens)));
        }
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(accessTable::decide))
                .exceptionHandling(denied -> denied.accessDeniedHandler(door::refuse))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain descriptionPages(HttpSecurity http, AccessTable accessTable) throws Exception {
        return programs(http, OWN)
                .securityMatcher("/v3/**", "/swagger-ui/**", "/swagger-ui.html")
                .requestCache(cache -> cache.requestCache(PeopleDoors.wantedPages()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(accessTable::decide))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(refusals::loginOrChallenge)
                        .accessDeniedHandler(
                                (request, response, e) -> refusals.refuse(request, response, Problem.NOT_FOUND)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain operation(HttpSecurity http) throws Exception {
        return programs(http, NOTHING)
                .securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole("PLATFORM"))
                .exceptionHandling(denied -> denied.accessDeniedHandler(
                        (request, response, e) -> refusals.refuse(request, response, Problem.FORBIDDEN)))
                .build();
    }

    /** Behind all doors. Where no door is, nobody is asked for a login either: there is nothing. */
    @Bean
    @Order(100)
    SecurityFilterChain wall(HttpSecurity http) throws Exception {
        return programs(http, NOTHING)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(denied -> denied.authenticationEntryPoint(
                                (request, response, e) -> refusals.refuse(request, response, Problem.NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, e) -> refusals.refuse(request, response, Problem.NOT_FOUND)))
                .build();
    }

    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** A path that is not in its one plain spelling, or a method that there is not. */
    @Bean
    RequestRejectedHandler spellings(Problems problems) {
        return (request, response, e) -> problems.write(request, response, PlainPaths.refusal(request));
    }

    /** Before anything looks at the path: some that come first do not expect such spellings. */
    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths(StrictHttpFirewall firewall, Problems problems) {
        FilterRegistrationBean<PlainPaths> registration =
                new FilterRegistrationBean<>(new PlainPaths(firewall, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** Before these too: nothing of ours waits for a body but this one. */
    @Bean
    FilterRegistrationBean<Bodies> bodies(Problems problems) {
        FilterRegistrationBean<Bodies> registration = new FilterRegistrationBean<>(new Bodies(logins, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** A thread waits for the next piece of a body as long as this. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodies() {
        return factory -> {
            factory.addEngineValves(new Bodies.Unread());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(PIECE_IN_MILLIS);
                }
            });
        };
    }

    /** The container's own refusals, which never reach us. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(LastResort.class.getName());
            }
        });
    }

    /** No session of their own, no redirect, a proof with each request; the session of the login page may read. */
    private HttpSecurity programs(HttpSecurity http, String contentSecurityPolicy) throws Exception {
        return headers(http, contentSecurityPolicy, sandbox)
                .authenticationManager(logins::account)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(new SessionForReads()))
                .addFilterAfter(sessions, SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::challenge))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(refusals::challenge));
    }

    static HttpSecurity headers(HttpSecurity http, String contentSecurityPolicy, boolean sandbox) throws Exception {
        return http.headers(headers -> {
            headers.contentTypeOptions(withDefaults()).frameOptions(frames -> frames.deny());
            headers.referrerPolicy(withDefaults());
            if (!contentSecurityPolicy.isEmpty()) {
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy));
            }
            if (sandbox) {
                headers.httpStrictTransportSecurity(hsts -> hsts.disable());
            } else {
                headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> true)
                        .includeSubDomains(true)
                        .maxAgeInSeconds(ONE_YEAR));
            }
        });
    }
}
