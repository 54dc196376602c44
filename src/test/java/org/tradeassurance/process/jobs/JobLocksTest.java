package org.tradeassurance.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.process.TestJob;

/** Which locks of jobs a node frees: its own, of what it does not run. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=true")
class JobLocksTest {

    @Autowired
    JobLocks locks;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private void look() {
        locks.freeLeft();
        locks.freeLeft();
        locks.freeLeft();
    }

    private String owner(String job) {
        return jdbc.sql("select coalesce(lock_owner_, '') from act_ru_job where id_ = :job")
                .param("job", job)
                .query(String.class)
                .single();
    }

    /** Not due, so that nobody takes it. */
    private String lockedBy(String owner) {
        String job = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into act_ru_job (id_, rev_, type_, exclusive_, retries_, suspension_state_, duedate_, lock_owner_,
                                                lock_exp_time_)
                        values (:job, 1, 'message', true, 3, 1, now() + interval '30 days', :owner, now() + interval '5 minutes')
                        """).param("job", job).param("owner", owner).update();
        return job;
    }

    @Test
    void onlyOwnLocksOfWhatIsNotRunAreFreed() {
        String own = engine.getJobExecutor().getLockOwner();
        String left = lockedBy(own);
        String anothers = lockedBy("another-node");
        String waits = lockedBy(own);
        locks.take(List.of(waits));
        look();
        assertThat(owner(left)).isEmpty();
        assertThat(owner(anothers)).isEqualTo("another-node");
        assertThat(owner(waits)).isEqualTo(own);
        locks.give(waits);
        look();
        assertThat(owner(waits)).isEmpty();
        jdbc.sql("delete from act_ru_job where id_ in (:jobs)")
                .param("jobs", List.of(left, anothers, waits))
                .update();
    }

    @Test
    void aJobThatIsRunKeepsItsLock() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        String job = TestJob.start(engine, () -> {
            runs.incrementAndGet();
            try {
                assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() == 1);
        look();
        assertThat(owner(job)).isEqualTo(engine.getJobExecutor().getLockOwner());
        end.countDown();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> management.createJobQuery().jobId(job).count() == 0);
        assertThat(runs).hasValue(1);
    }
}
