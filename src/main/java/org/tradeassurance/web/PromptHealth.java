package org.tradeassurance.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks another indicator, but lets nobody wait for it: what has no answer in a fifth of a second is unknown until it has one. */
final class PromptHealth implements HealthIndicator {

    private static final int PATIENCE_IN_MILLIS = 200;

    private final String name;
    private final HealthIndicator asked;

    private @Nullable CompletableFuture<Health> answer;

    private PromptHealth(String name, HealthIndicator asked) {
        this.name = name;
        this.asked = asked;
    }

    @Override
    public Health health() {
        try {
            return asking().get(PATIENCE_IN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Health.unknown().withDetail("answer", "none yet").build();
        } catch (ExecutionException e) {
            return Health.down(e.getCause()).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    /** One question at a time, however many want to know. */
    private synchronized CompletableFuture<Health> asking() {
        if (answer == null || answer.isDone()) {
            CompletableFuture<Health> next = new CompletableFuture<>();
            Thread thread = new Thread(() -> next.completeAsync(asked::health, Runnable::run), "health-" + name);
            thread.setDaemon(true);
            thread.start();
            answer = next;
        }
        return answer;
    }

    /** Stands before every indicator that there is, those to come included. */
    @Configuration(proxyBeanMethods = false)
    static class Everywhere {

        @Bean
        static BeanPostProcessor promptHealth() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof HealthContributorRegistry registry) {
                        registry.stream().toList().forEach(contributor -> standBefore(contributor, registry));
                    }
                    return bean;
                }
            };
        }

        private static void standBefore(NamedContributor<?> named, HealthContributorRegistry registry) {
            if (named.getContributor() instanceof HealthIndicator indicator && !(indicator instanceof DatabaseHealth)) {
                registry.unregisterContributor(named.getName());
                registry.registerContributor(named.getName(), new PromptHealth(named.getName(), indicator));
            }
        }
    }
}
