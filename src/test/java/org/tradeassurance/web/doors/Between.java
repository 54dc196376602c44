package org.tradeassurance.web.doors;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lays a {@link Cable} between an application and its database. */
@TestConfiguration(proxyBeanMethods = false)
public class Between {

    private static @Nullable Cable cable;

    /** That of the application which was started last. */
    public static Cable cable() {
        return Objects.requireNonNull(cable);
    }

    @Bean
    static BeanPostProcessor cableToTheDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource source) {
                    URI address = URI.create(source.getJdbcUrl().substring("jdbc:".length()));
                    Cable between = new Cable(address.getPort());
                    source.setJdbcUrl(
                            source.getJdbcUrl().replace(":" + address.getPort() + "/", ":" + between.port() + "/"));
                    cable = between;
                }
                return bean;
            }
        };
    }
}
