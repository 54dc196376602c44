package org.tradeassurance.web.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.start.StartRefused;

/** What we are called, and who calls: the first is a setting, whatever a request says; of the second a proxy is believed that is trusted. */
@Configuration(proxyBeanMethods = false)
class PublicAddress {

    /** All that is made of a request's address, by whatever library, begins with the public address. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownName(
            @Value("${trade-assurance.public-url}") String publicUrl) {
        Named valve = new Named(publicUrl);
        return factory -> factory.addEngineValves(valve);
    }

    @Bean
    FilterRegistrationBean<Untrusted> untrustedForwarding(Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy", "none");
        FilterRegistrationBean<Untrusted> registration = new FilterRegistrationBean<>(new Untrusted(
                strategy.equalsIgnoreCase("native")
                        ? "server.tomcat.remoteip.internal-proxies to the proxy's address"
                        : "server.forward-headers-strategy to native"));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** Puts the configured name in the place of the one that the request gives. */
    static class Named extends ValveBase {

        private final String scheme;
        private final String host;
        private final int port;

        Named(String publicUrl) {
            super(true);
            URI address = address(publicUrl);
            this.scheme = String.valueOf(address.getScheme());
            if (address.getHost() == null || !scheme.matches("https?")) {
                throw refused(publicUrl);
            }
            this.host = address.getHost();
            this.port = address.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : address.getPort();
        }

        private static URI address(String publicUrl) {
            try {
                return new URI(publicUrl);
            } catch (URISyntaxException e) {
                throw refused(publicUrl);
            }
        }

        private static StartRefused refused(String publicUrl) {
            return new StartRefused(
                    "Set trade-assurance.public-url to an address with http:// or https:// and a host, not "
                            + publicUrl);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.getCoyoteRequest().scheme().setString(scheme);
            request.getCoyoteRequest().serverName().setString(host);
            request.getCoyoteRequest().setServerPort(port);
            getNext().invoke(request, response);
        }
    }

    /** Says once that the callers behind a proxy cannot be told apart. */
    static class Untrusted extends OncePerRequestFilter {

        private static final Logger LOG = LoggerFactory.getLogger(Untrusted.class);

        private final AtomicBoolean said = new AtomicBoolean();
        private final String remedy;

        Untrusted(String remedy) {
            this.remedy = remedy;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
            boolean trusted = request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null;
            if (forwarded && !trusted && said.compareAndSet(false, true)) {
                LOG.warn(
                        "Requests carry X-Forwarded-For, which is not trusted: whoever comes from {} counts as one in slowing down"
                                + " wrong passwords. If that is your proxy, set {}.",
                        request.getRemoteAddr(),
                        remedy);
            }
            chain.doFilter(request, response);
        }
    }
}
