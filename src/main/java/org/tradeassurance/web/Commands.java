package org.tradeassurance.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.CommandLock;
import org.tradeassurance.process.Conflict;
import org.tradeassurance.process.FactsNotTaken;
import org.tradeassurance.process.NotTaken;
import org.tradeassurance.process.Outage;

/**
 * Runs every changing request below {@code /api/v1} in one transaction with its idempotency key; the answer leaves after the commit.
 * Each attempt is a transaction of its own, so that whatever it has registered goes with it: a conflict is tried again, a refusal
 * keeps nothing but its key, a failure keeps nothing at all.
 */
@Component
public class Commands {

    /** Request attribute: the attempt met a concurrent change. */
    static final String CONFLICT = Commands.class.getName() + ".conflict";

    /** Request attribute: the attempt failed, since the order's process cannot take what happened. */
    static final String NOT_TAKEN = Commands.class.getName() + ".not-taken";

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int RETRIES = 3;
    private static final int PAUSE_IN_MILLIS = 25;

    private final TransactionTemplate transaction;
    private final TransactionTemplate own;
    private final TransactionTemplate none;
    private final CommandLock lock;
    private final IdempotencyKeys keys;
    private final Problems problems;
    private final PendingChecks pendingChecks;
    private final FactsNotTaken notTaken;
    private final ObjectMapper json;

    Commands(
            PlatformTransactionManager transactions,
            CommandLock lock,
            IdempotencyKeys keys,
            Problems problems,
            PendingChecks pendingChecks,
            FactsNotTaken notTaken,
            ObjectMapper json) {
        this.transaction = template(transactions, TransactionDefinition.PROPAGATION_REQUIRED);
        this.own = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.none = template(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.lock = lock;
        this.keys = keys;
        this.problems = problems;
        this.pendingChecks = pendingChecks;
        this.notTaken = notTaken;
        this.json = json;
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    /** Runs the rest of the chain as one command. */
    public void run(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        CommandResponse answer = new CommandResponse(response);
        IdempotencyKeys.Key key = null;
        try {
            key = request.getMethod().equals("POST") ? IdempotencyKeys.of(request) : null;
            Command command = new Command(Body.of(request), answer, chain, key);
            if (Paths.of(request).startsWith("/api/v1/sandbox/")) {
                transaction.executeWithoutResult(status -> inSteps(command));
            } else {
                atOnce(command);
            }
        } catch (Refusal e) {
            refuse(request, answer, e);
        } catch (RequestRejectedException e) {
            refuse(request, answer, new Refusal(Problem.MALFORMED_REQUEST, null).saying("problem.unread.detail"));
        } catch (RuntimeException e) {
            refuse(request, answer, new Refusal(problem(request, e), null));
        }
        await(request, answer, key);
        answer.copyBodyToResponse();
    }

    private static Problem problem(HttpServletRequest request, RuntimeException failure) {
        if (Conflict.isBehind(failure)) {
            return Problem.CONCURRENT_CHANGE;
        }
        if (Outage.isBehind(failure)) {
            LOG.warn(
                    "{} {}: the database is away: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure.getMessage());
            return Outage.cameFirst(failure) ? Problem.TEMPORARILY_UNAVAILABLE : Problem.OUTCOME_UNKNOWN;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return Problem.INTERNAL_ERROR;
    }

    /** What has been stored is told, even if nobody can see what came of it later. */
    private void await(HttpServletRequest request, CommandResponse answer, IdempotencyKeys.@Nullable Key key)
            throws IOException {
        try {
            pendingChecks.await(request, answer, key);
        } catch (RuntimeException e) {
            LOG.warn("{} is stored; waiting for more failed", request.getRequestURI(), e);
        }
    }

    /** Whether the request can be a command with a key at all. */
    public static boolean hasKey(HttpServletRequest request) {
        return request.getMethod().equals("POST") && IdempotencyKeys.isGiven(request);
    }

    private record Command(
            Body request, CommandResponse answer, FilterChain chain, IdempotencyKeys.@Nullable Key key) {}

    private void refuse(HttpServletRequest request, CommandResponse answer, Refusal refusal) throws IOException {
        answer.reset();
        problems.write(request, answer, refusal);
    }

    private void atOnce(Command command) {
        attempts(command);
        if (command.request().getAttribute(NOT_TAKEN) instanceof NotTaken failed) {
            notTaken.keeping(failed, () -> attempts(command));
        }
        if (command.answer().getStatus() >= 400 && isFinal(command)) {
            transaction.executeWithoutResult(status -> keepRefusal(command));
        }
    }

    private void attempts(Command command) {
        for (int retry = 0; !attempted(command); retry++) {
            if (retry == RETRIES) {
                throw new Refusal(Problem.CONCURRENT_CHANGE, null);
            }
            pause(retry);
        }
    }

    /** One attempt, up to its commit; false if it met a concurrent change and is worth another one. */
    private boolean attempted(Command command) {
        try {
            transaction.executeWithoutResult(status -> attempt(command, status));
        } catch (RuntimeException e) {
            if (Conflict.isBehind(e)) {
                return false;
            }
            throw e;
        }
        return command.request().getAttribute(CONFLICT) == null;
    }

    private void attempt(Command command, TransactionStatus status) {
        command.request().removeAttribute(CONFLICT);
        command.request().removeAttribute(NOT_TAKEN);
        requireTaken(lock.shared(command.key() == null ? null : command.key().lock()));
        if (command.key() != null && replayed(command, keys.find(command.key()))) {
            return;
        }
        proceed(command);
        if (command.answer().getStatus() >= 400) {
            status.setRollbackOnly();
        } else {
            store(command);
        }
    }

    /** The key was free between the attempt and now: what somebody else has stored meanwhile was first. */
    private void keepRefusal(Command command) {
        IdempotencyKeys.Key key = Objects.requireNonNull(command.key());
        requireTaken(lock.own(key.lock()));
        if (!replayed(command, keys.find(key))) {
            store(command);
        }
    }

    /** The sandbox's own calls stop and move everything else, so they work in many transactions; only the key's lock spans them. */
    private void inSteps(Command command) {
        IdempotencyKeys.Key key = command.key();
        requireTaken(key == null || lock.own(key.lock()));
        if (key != null && Boolean.TRUE.equals(own.execute(status -> replayed(command, keys.find(key))))) {
            return;
        }
        none.executeWithoutResult(status -> proceed(command));
        if (isFinal(command) && command.request().getAttribute(CONFLICT) == null) {
            store(command);
        }
    }

    private static void requireTaken(boolean taken) {
        if (!taken) {
            throw new Refusal(Problem.IDEMPOTENCY_KEY_IN_PROGRESS, null);
        }
    }

    private boolean replayed(Command command, Optional<IdempotencyKeys.Answer> stored) {
        if (stored.isEmpty()) {
            return false;
        }
        IdempotencyKeys.Answer first = stored.get();
        if (!first.requestHash().equals(requestHash(command))) {
            throw new Refusal(Problem.IDEMPOTENCY_KEY_REUSED, null);
        }
        command.answer().replay(first);
        return true;
    }

    private void proceed(Command command) {
        CommandResponse answer = command.answer();
        command.request().removeAttribute(CONFLICT);
        answer.reset();
        try {
            command.chain().doFilter(command.request(), answer);
            if (answer.getStatus() >= 400 && answer.getContentSize() == 0) {
                problems.write(command.request(), answer, Problems.ofStatus(answer.getStatus()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(Command command) {
        if (command.key() != null) {
            keys.store(command.key(), command.answer().toStore(requestHash(command)));
        }
    }

    /** Whether the answer is the first one to its key, and not one that passes. */
    private static boolean isFinal(Command command) {
        return command.key() != null
                && !command.answer().isReplayed()
                && isFinal(command.answer().getStatus());
    }

    /** Whether an answer of this status is kept, and given again to who repeats the key. */
    public static boolean isFinal(int status) {
        return switch (status) {
            case 401, 413, 429 -> false;
            default -> status < 500;
        };
    }

    /** Of the parsed body, so that white space and the order of fields don't matter; no body counts as an empty object. */
    private String requestHash(Command command) {
        byte[] bytes = command.request().bytes();
        try {
            JsonNode body = json.readTree(bytes);
            return Hash.hex(body.isMissingNode() ? "{}" : CanonicalJson.of(body));
        } catch (IOException e) {
            return Hash.hex(bytes);
        }
    }

    private static void pause(int retry) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong((long) PAUSE_IN_MILLIS << retry));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
