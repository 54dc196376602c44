package org.tradeassurance.process.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a thread that runs a job has heard from outside for it. Other threads, such as an administrator's, ask as they go. */
public final class Hearing {

    private static final ThreadLocal<@Nullable Hearing> CURRENT = new ThreadLocal<>();

    private @Nullable Supplier<?> heard;

    private Hearing(@Nullable Supplier<?> heard) {
        this.heard = heard;
    }

    /** Unwinds a job to its beginning, so that nothing is open while it is asked what it needs to know. */
    public static final class CallFirst extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Supplier<?> call;

        private CallFirst(Supplier<?> call) {
            super("A remote call comes before the transaction", null, false, false);
            this.call = call;
        }

        /** Calls out, and keeps the answer or the failure for the job. */
        public Supplier<?> ask() {
            try {
                Object answer = call.get();
                return () -> answer;
            } catch (RuntimeException failure) {
                return () -> {
                    throw failure;
                };
            }
        }
    }

    /** Runs a job on this thread that knows what was heard, or nothing yet. */
    public static void run(@Nullable Supplier<?> heard, Runnable job) {
        CURRENT.set(new Hearing(heard));
        try {
            job.run();
        } finally {
            CURRENT.remove();
        }
    }

    @SuppressWarnings("unchecked")
    public static <A> A answer(Supplier<A> call) {
        Hearing hearing = CURRENT.get();
        if (hearing == null) {
            return call.get();
        }
        Supplier<?> heard = hearing.heard;
        if (heard == null) {
            throw new CallFirst(call);
        }
        hearing.heard = null;
        return (A) heard.get();
    }
}
