package org.tradeassurance.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The deployment made last is the newest one whatever the clock says: models at start are compared with the newest by time, and the sandbox's
 * clock may stand in the past.
 */
public class DeploymentOrder extends CommandInterceptor {

    private final Supplier<JdbcClient> jdbc;

    public DeploymentOrder(Supplier<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof DeployCmd && result instanceof Deployment made) {
            follow(made.getId());
        }
        return result;
    }

    /** Before it is written; a deployment that was there already is none. */
    private void follow(String id) {
        DeploymentEntity made =
                Context.getCommandContext().getDbEntityManager().getCachedEntity(DeploymentEntity.class, id);
        if (made == null || !made.isNew()) {
            return;
        }
        jdbc.get()
                .sql("select max(deploy_time_) + interval '1 millisecond' from act_re_deployment")
                .query(java.sql.Timestamp.class)
                .optional()
                .filter(next -> next.after(made.getDeploymentTime()))
                .ifPresent(next -> made.setDeploymentTime(java.util.Date.from(next.toInstant())));
    }
}
