package org.tradeassurance.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** Desks are granted processes, never a single task or instance ({@link NoTaskGrants}): when one ends, there are no grants to delete. */
public class NoTaskGrantsLeft extends AuthorizationManager {

    private static final Set<Resource> NEVER_GRANTED = Set.of(Resources.TASK, Resources.PROCESS_INSTANCE);

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (!NEVER_GRANTED.contains(resource)) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    public static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new NoTaskGrantsLeft();
            }
        };
    }
}
