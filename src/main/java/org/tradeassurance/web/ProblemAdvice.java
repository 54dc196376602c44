package org.tradeassurance.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Conflict;
import org.tradeassurance.process.NotTaken;
import org.tradeassurance.process.Outage;

/** Turns what goes wrong behind a call into a problem that the caller can act on; nothing of our inside is told. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Texts that PostgreSQL cannot store: a zero byte, or an escape that is no character. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** An address below an open door where nothing is: a person is shown the page that says so. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> on(
            NoResourceFoundException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Paths.of(request).startsWith("/api/") || !Browsing.asksForPage(request)) {
            return problem(missing, request);
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return null;
    }

    /** Anything: engine and framework wrap what our code throws, so the whole chain of causes is looked through. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> on(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Outage.isBehind(failure) && !Paths.of(request).startsWith("/api/") && Browsing.asksForPage(request)) {
            LOG.warn("{} failed, the database is away: {}", request.getRequestURI(), failure.getMessage());
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return null;
        }
        return problem(failure, request);
    }

    private ResponseEntity<byte[]> problem(Exception failure, HttpServletRequest request) {
        Refusal refusal = refusal(failure, request);
        if (refusal.problem() == Problem.INTERNAL_ERROR) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        if (refusal.problem() == Problem.CONCURRENT_CHANGE) {
            request.setAttribute(Commands.CONFLICT, failure);
        }
        request.setAttribute(Commands.NOT_TAKEN, notTaken(failure));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(refusal.problem().status());
        if (failure instanceof ErrorResponse told) {
            answer.headers(allowed(told.getHeaders()));
        }
        if (refusal.problem().retryAfter() > 0) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Integer.toString(refusal.problem().retryAfter()));
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, Languages.of(request).getLanguage())
                .body(problems.body(refusal, Languages.of(request)));
    }

    /** Of the framework's own answers only what a caller needs: which methods and media types there are. */
    private static HttpHeaders allowed(HttpHeaders told) {
        HttpHeaders headers = new HttpHeaders();
        for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_PATCH)) {
            List<String> values = told.get(name);
            if (values != null) {
                headers.put(name, values);
            }
        }
        return headers;
    }

    private static Refusal refusal(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        if (Conflict.isBehind(failure)) {
            return new Refusal(Problem.CONCURRENT_CHANGE, null);
        }
        if (Outage.isBehind(failure)) {
            LOG.warn(
                    "{} {} failed, the database is away: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure.getMessage());
            boolean reads =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return new Refusal(reads ? Problem.TEMPORARILY_UNAVAILABLE : Problem.OUTCOME_UNKNOWN, null);
        }
        if (unstorable(failure)) {
            return new Refusal(Problem.MALFORMED_REQUEST, null);
        }
        return ofRequest(failure);
    }

    private static Refusal ofRequest(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.refusal(unreadable);
        }
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return invalid(invalid.getBindingResult());
        }
        if (failure instanceof BindException invalid) {
            return invalid(invalid.getBindingResult());
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return invalid(invalid);
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return invalid(invalid);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? Refusal.notFound()
                    : UnreadableBody.invalid(mismatch.getName(), mismatch.getRequiredType());
        }
        if (failure instanceof RequestRejectedException) {
            return new Refusal(Problem.MALFORMED_REQUEST, null).saying("problem.unread.detail");
        }
        if (failure instanceof ConversionFailedException) {
            return new Refusal(Problem.MALFORMED_REQUEST, null);
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Refusal.invalidField(missing.getParameterName(), "field.required");
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return HttpHeaders.IF_MATCH.equalsIgnoreCase(missing.getHeaderName())
                    ? new Refusal(Problem.IF_MATCH_MISSING, null)
                    : new Refusal(Problem.MALFORMED_REQUEST, null).field(missing.getHeaderName(), "field.required");
        }
        if (failure instanceof ErrorResponse told) {
            return new Refusal(Problems.ofStatus(told.getStatusCode().value()), null);
        }
        return new Refusal(Problem.INTERNAL_ERROR, null);
    }

    private static Refusal invalid(BindingResult result) {
        Refusal refusal = new Refusal(Problem.INVALID_FIELD, null, firstField(result));
        result.getAllErrors().forEach(error -> {
            String field = error instanceof FieldError named ? named.getField() : error.getObjectName();
            refusal.field(field, "field.message", sentence(error));
        });
        return refusal;
    }

    private static String firstField(BindingResult result) {
        FieldError error = result.getFieldError();
        return error == null ? result.getObjectName() : error.getField();
    }

    private static Refusal invalid(HandlerMethodValidationException invalid) {
        Refusal refusal = new Refusal(Problem.INVALID_FIELD, null, "");
        invalid.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors().forEach(error -> {
                    String parameter =
                            String.valueOf(result.getMethodParameter().getParameterName());
                    String field = error instanceof FieldError named ? named.getField() : parameter;
                    refusal.field(field, "field.message", sentence(error));
                }));
        return refusal;
    }

    private static Refusal invalid(ConstraintViolationException invalid) {
        Refusal refusal = new Refusal(Problem.INVALID_FIELD, null, "");
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            refusal.field(violation.getPropertyPath().toString(), "field.message", violation.getMessage());
        }
        return refusal;
    }

    private static String sentence(MessageSourceResolvable error) {
        return String.valueOf(error.getDefaultMessage());
    }

    private static @Nullable NotTaken notTaken(@Nullable Throwable failure) {
        return failure == null || failure instanceof NotTaken ? (NotTaken) failure : notTaken(failure.getCause());
    }

    private static boolean unstorable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNSTORABLE_TEXT.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
