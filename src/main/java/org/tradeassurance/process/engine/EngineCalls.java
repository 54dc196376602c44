package org.tradeassurance.process.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;

/** Calls of our own to the engine: in the account's name, after our own check of what it may do. */
@Component
public class EngineCalls {

    private final IdentityService identity;
    private final CommandExecutor engine;

    EngineCalls(IdentityService identity, CommandExecutor engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /** One engine command, written at its end. The engine's grants are for staff, so it asks for none here. */
    public void as(Account account, Runnable call) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(account.name(), List.of(Desk.SERVICE_ACCOUNT));
        try {
            engine.execute(context -> {
                context.runWithoutAuthorization(() -> {
                    call.run();
                    return true;
                });
                return true;
            });
        } finally {
            restore(before);
        }
    }

    /** As a job runs: nobody asks. */
    public void asNobody(Runnable call) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            call.run();
        } finally {
            restore(before);
        }
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
        }
    }
}
