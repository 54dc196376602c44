package org.tradeassurance.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start what a newcomer needs: where things are and how to log in. */
@Component
@Profile(SandboxMode.PROFILE)
class SandboxBanner {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxBanner.class);

    private final ObjectProvider<SandboxDatabase> database;
    private final StoredClock clock;

    SandboxBanner(ObjectProvider<SandboxDatabase> database, StoredClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            LOG.info("\n{}", text("http://localhost:" + web.getWebServer().getPort()));
        }
    }

    private String text(String base) {
        SandboxDatabase server = database.getIfAvailable();
        return """

                  Trade Assurance Orders, sandbox (this machine only)

                  Tasklist    %1$s/camunda/app/tasklist/default/
                  Cockpit     %1$s/camunda/app/cockpit/default/     (admin)
                  Swagger UI  %1$s/swagger-ui.html
                  API         %1$s/api/v1

                  Password of every account: sandbox
                  API         platform  bank  export-service  supplier-S-1001  supplier-S-1002  buyer-acme  buyer-globex
                  Staff       supplier-desk  buyer-desk  finance-desk  export-desk  assurance-desk  process-analyst  admin
                  Leads       supplier-desk-lead  buyer-desk-lead  finance-desk-lead  export-desk-lead  assurance-desk-lead

                  Database    %2$s
                  Clock       %3$s, %4$s
                """.formatted(
                        base,
                        server == null ? "-" : "%s  (files in %s)".formatted(server.url(), server.data()),
                        clock.now(),
                        clock.running() ? "running" : "standing still");
    }
}
