package org.tradeassurance;

import io.swagger.v3.core.converter.ModelConverter;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * What draws the published description is known to the whole JVM, and the context that started last has the word: of several the one under
 * test draws its own. Registered in {@code META-INF/spring.factories}: nothing to write in a test.
 */
public class TestDescription implements TestExecutionListener, Ordered {

    @Override
    public void prepareTestInstance(TestContext context) {
        ApplicationContext application = context.getApplicationContext();
        application
                .getBeanProvider(SpringDocConfigProperties.class)
                .ifAvailable(settings -> new ModelConverterRegistrar(
                        application
                                .getBeanProvider(ModelConverter.class)
                                .orderedStream()
                                .toList(),
                        settings));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
