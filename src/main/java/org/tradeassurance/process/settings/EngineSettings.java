package org.tradeassurance.process.settings;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Absences;
import org.tradeassurance.process.BeforeEngine;
import org.tradeassurance.process.Choices;
import org.tradeassurance.process.DeployedModels;
import org.tradeassurance.process.DeployedTables;
import org.tradeassurance.process.DrawnNames;
import org.tradeassurance.process.Judge;
import org.tradeassurance.process.JudgedOrders;
import org.tradeassurance.process.TableVersions;
import org.tradeassurance.process.desk.DeskChecker;
import org.tradeassurance.process.desk.DeskListener;
import org.tradeassurance.process.desk.DeskParseListener;
import org.tradeassurance.process.desk.FormChoices;
import org.tradeassurance.process.desk.FormOnlyInterceptor;
import org.tradeassurance.process.desk.FourEyes;
import org.tradeassurance.process.desk.FrozenOrders;
import org.tradeassurance.process.desk.HandsOffInterceptor;
import org.tradeassurance.process.desk.RefusalInterceptor;
import org.tradeassurance.process.desk.ShownDiagrams;
import org.tradeassurance.process.desk.ShownForms;
import org.tradeassurance.process.desk.StaffNotes;
import org.tradeassurance.process.desk.TakenInterceptor;
import org.tradeassurance.process.engine.BcryptPasswords;
import org.tradeassurance.process.engine.DeploymentOrder;
import org.tradeassurance.process.engine.DeskHistory;
import org.tradeassurance.process.engine.FailedJobs;
import org.tradeassurance.process.engine.KeepRunningHistory;
import org.tradeassurance.process.engine.LockingTimers;
import org.tradeassurance.process.engine.NoTaskGrants;
import org.tradeassurance.process.engine.NoTaskGrantsLeft;
import org.tradeassurance.process.engine.OrderLock;
import org.tradeassurance.process.engine.OvertakenInterceptor;
import org.tradeassurance.start.StartRefused;

/** What cannot be said in {@code application.yaml}; it also holds the engine back until the tables are there. */
@Component
@DependsOnDatabaseInitialization
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EngineSettings extends AbstractCamundaConfiguration {

    /** What bcrypt takes. */
    private static final int WEAKEST = 4;

    private static final int STRONGEST = 31;

    private final ApplicationContext context;
    private final int passwordLength;
    private final int passwordStrength;

    /**
     * @param before asked for only so that they exist before the engine does
     * @param passwordLength characters that a password of staff has at least
     * @param passwordStrength of its hash: one more takes twice the time
     */
    EngineSettings(
            ApplicationContext context,
            List<BeforeEngine> before,
            @Value("${trade-assurance.staff.password-length}") int passwordLength,
            @Value("${trade-assurance.staff.password-strength}") int passwordStrength) {
        this.context = context;
        this.passwordLength = passwordLength;
        this.passwordStrength = passwordStrength;
        if (passwordStrength < WEAKEST || passwordStrength > STRONGEST) {
            throw new StartRefused("Set trade-assurance.staff.password-strength to a number from %d to %d."
                    .formatted(WEAKEST, STRONGEST));
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void preInit(SpringProcessEngineConfiguration engine) {
        OrderLock lock = new OrderLock(() -> context.getBean(JdbcClient.class));
        StaffNotes notes = new StaffNotes(context);
        DeskListener desk = new DeskListener(
                new FrozenOrders(() -> context.getBean(Orders.class)),
                new FourEyes(() -> context.getBean(JdbcClient.class)),
                () -> context.getBean(Absences.class),
                notes);
        FormChoices choices =
                new FormChoices(() -> context.getBeansOfType(Choices.class).values());
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new DeskHistory())));
        engine.setExpressionManager(new ExpressionGuard(context, engine.getBeans()));
        engine.setResourceAuthorizationProvider(new NoTaskGrants());
        engine.setCustomSessionFactories(new ArrayList<>(List.of(NoTaskGrantsLeft.factory())));
        engine.setPasswordEncryptor(new BcryptPasswords(passwordStrength));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(passwordLength)));
        engine.setCustomIncidentHandlers(new ArrayList<>(List.of(new FailedJobs())));
        engine.setCustomPreDeployers(new ArrayList<>(List.of(DeployedModels.deployer())));
        engine.setCustomPostDeployers(new ArrayList<>(List.of(
                DeployedTables.deployer(), TableVersions.deployer(() -> context.getBean(TableVersions.class)))));
        engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new DeskChecker(lock))));
        engine.setCustomPostBPMNParseListeners(
                new ArrayList<BpmnParseListener>(List.of(new DeskParseListener(desk, notes, choices))));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalInterceptor(), new OvertakenInterceptor()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new RefusalInterceptor()));
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(
                new FormOnlyInterceptor(),
                new TakenInterceptor(),
                new ShownForms(choices),
                new ShownDiagrams(() -> context.getBean(DrawnNames.class)),
                new HandsOffInterceptor(),
                new DeploymentOrder(() -> context.getBean(JdbcClient.class))));
        engine.setDmnEngineConfiguration(Judge.configuration(
                        () -> context.getBean(JudgedOrders.class), () -> context.getBean(TableVersions.class))
                .feelEngineFactory(TableCells::new));
        List<JobHandler> handlers = LockingTimers.with(lock);
        handlers.add(new KeepRunningHistory(() -> context.getBean(JdbcClient.class)));
        engine.setCustomJobHandlers(handlers);
    }
}
