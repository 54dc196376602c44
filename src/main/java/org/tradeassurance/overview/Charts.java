package org.tradeassurance.overview;

import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/** The drawing of charts comes with the jar of its library, in whatever version the build names. */
@Configuration(proxyBeanMethods = false)
class Charts implements WebMvcConfigurer {

    private static final String LIBRARY = "uplot";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String version = Objects.requireNonNull(new WebJarVersionLocator().version(LIBRARY));
        registry.addResourceHandler("/orders/assets/uplot/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/%s/%s/dist/".formatted(LIBRARY, version))
                .setCacheControl(CacheControl.noCache());
    }
}
