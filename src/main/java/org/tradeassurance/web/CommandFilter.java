package org.tradeassurance.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads what changes something through {@link Commands}; the last filter, since an attempt may call the rest of the chain again. */
class CommandFilter extends OncePerRequestFilter {

    private final Commands commands;

    CommandFilter(Commands commands) {
        this.commands = commands;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (request.getMethod()) {
            case "POST", "PUT", "PATCH", "DELETE" -> commands.run(request, response, chain);
            default -> chain.doFilter(request, response);
        }
    }

    /** Where it stands. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Registration {

        @Bean
        FilterRegistrationBean<CommandFilter> commandFilter(Commands commands) {
            FilterRegistrationBean<CommandFilter> registration =
                    new FilterRegistrationBean<>(new CommandFilter(commands));
            registration.addUrlPatterns("/api/v1/*");
            registration.setOrder(Ordered.LOWEST_PRECEDENCE);
            return registration;
        }
    }
}
