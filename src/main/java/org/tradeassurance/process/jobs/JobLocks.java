package org.tradeassurance.process.jobs;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Frees jobs that this node has locked and does not run: the database went away while they were taken, run or counted as failed. Else they
 * would wait until the lock ends, five minutes. What another node has locked is never touched.
 */
class JobLocks {

    private static final Logger LOG = LoggerFactory.getLogger(JobLocks.class);

    /** A job as it was locked once: each lock has a revision of its own. */
    private record Lock(String job, int revision) {}

    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final Supplier<JobExecutor> executor;
    private final JdbcClient jdbc;

    private Set<Lock> left = Set.of();

    JobLocks(Supplier<JobExecutor> executor, JdbcClient jdbc) {
        this.executor = executor;
        this.jdbc = jdbc;
    }

    /** These are run, or wait to be: from before a thread is asked for until they are done. */
    void take(Collection<String> jobs) {
        inHand.addAll(jobs);
    }

    void give(String job) {
        inHand.remove(job);
    }

    /** Between the lock and the thread there is a moment in which nobody has a job in hand, so it must be seen twice. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    synchronized void freeLeft() {
        if (!executor.get().isActive()) {
            left = Set.of();
            return;
        }
        try {
            Set<Lock> found = new HashSet<>(locked());
            found.removeIf(lock -> inHand.contains(lock.job));
            found.stream().filter(left::contains).forEach(this::free);
            left = found;
        } catch (DataAccessResourceFailureException away) {
            LOG.debug("The database is away", away);
        }
    }

    /** Found by the index on locked jobs, which are few. */
    private List<Lock> locked() {
        return jdbc.sql("select id_, rev_ from act_ru_job where exclusive_ and lock_owner_ = :owner")
                .param("owner", executor.get().getLockOwner())
                .query((row, number) -> new Lock(row.getString("id_"), row.getInt("rev_")))
                .list();
    }

    private void free(Lock lock) {
        int freed = jdbc.sql("""
                        update act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1
                         where id_ = :job and rev_ = :revision and lock_owner_ = :owner
                        """)
                .param("job", lock.job)
                .param("revision", lock.revision)
                .param("owner", executor.get().getLockOwner())
                .update();
        if (freed > 0) {
            LOG.info("Job {} was locked and not run: it is free again", lock.job);
            executor.get().jobWasAdded();
        }
    }
}
