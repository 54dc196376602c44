package org.tradeassurance.process.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.tradeassurance.start.StartRefused;

/** The threads for calls to other systems, few and apart: a partner that hangs holds up these, no timer and no command. */
@Component
class RemoteCalls implements DisposableBean {

    private final ExecutorService threads;

    /** @param waiting calls that wait for a thread at most; they must be done before the engine's lock of their job ends */
    RemoteCalls(
            @Value("${trade-assurance.remote-calls.threads}") int threads,
            @Value("${trade-assurance.remote-calls.waiting}") int waiting,
            MeterRegistry meters) {
        if (threads < 1 || waiting < 1) {
            throw new StartRefused("Set trade-assurance.remote-calls.threads and .waiting to 1 or more.");
        }
        CustomizableThreadFactory names = new CustomizableThreadFactory("remote-call-");
        names.setDaemon(true);
        this.threads = ExecutorServiceMetrics.monitor(
                meters,
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), names),
                "remote-calls");
    }

    /** @throws java.util.concurrent.RejectedExecutionException when too many wait already */
    void execute(Runnable call) {
        threads.execute(call);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
