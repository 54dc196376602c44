package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the webapps' own REST door to the engine, behind the login. */
@Configuration(proxyBeanMethods = false)
class EngineDoor {

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(MessageSource messages, ObjectMapper json) {
        FilterRegistrationBean<RefusalFilter> registration =
                new FilterRegistrationBean<>(new RefusalFilter(messages, json));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return registration;
    }
}
