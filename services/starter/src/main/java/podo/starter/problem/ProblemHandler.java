package podo.starter.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import podo.starter.trace.TraceIds;
import tools.jackson.core.JacksonException;

/** Turns exceptions of controllers into problem+json: problems, invalid input, unavailable dependencies (503), bugs (500). */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemTexts texts;

    ProblemHandler(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Object> handleProblem(Problem problem) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.status())
                .headers(ProblemHandler::nameTrace)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration wait = problem.retryAfter();
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds(wait));
        }
        return response.body(texts.detail(problem));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleUnexpected(Exception e, WebRequest request) throws Exception {
        if (DependencyOutage.isOutage(e)) {
            log.warn("A dependency is unavailable: {}", e.toString());
            return handleProblem(new Unavailable());
        }
        if (DependencyOutage.isSecurity(e)) {
            throw e;
        }
        log.error("Unexpected exception", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", new HttpHeaders(), Map.of());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> fields = Stream.concat(
                        InvalidFields.of(e.getFieldErrors(), e.getTarget()).stream(),
                        e.getGlobalErrors().stream()
                                .map(error -> InvalidFields.field(error.getObjectName(), error.getDefaultMessage())))
                .toList();
        return problem(HttpStatus.BAD_REQUEST, "invalid", headers, Map.of("fields", fields));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream().map(error -> asFieldError(error, result)))
                .toList();
        Object body = e.getParameterValidationResults().stream()
                .filter(ParameterErrors.class::isInstance)
                .findFirst()
                .map(ParameterValidationResult::getArgument)
                .orElse(null);
        List<Map<String, String>> fields = InvalidFields.of(errors, body);
        return problem(HttpStatus.BAD_REQUEST, "invalid", headers, Map.of("fields", fields));
    }

    private static FieldError asFieldError(MessageSourceResolvable error, ParameterValidationResult result) {
        String[] codes = error.getCodes();
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return error instanceof FieldError fieldError
                ? fieldError
                : new FieldError(
                        name,
                        result.getContainerIndex() == null ? name : name + "[" + result.getContainerIndex() + "]",
                        null,
                        false,
                        codes == null || codes.length == 0 ? null : new String[] {codes[codes.length - 1]},
                        null,
                        error.getDefaultMessage());
    }

    /** A value of the wrong type names its field; a body that is no JSON at all is {@code malformed}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String path = e.getCause() instanceof JacksonException unreadable ? InvalidFields.pathOf(unreadable) : "";
        return path.isEmpty()
                ? handleExceptionInternal(e, null, headers, status, request)
                : invalid(path, texts.text("invalid.type"), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return problem(HttpStatus.NOT_FOUND, "not-found", headers, Map.of());
        }
        String name = e instanceof MethodArgumentTypeMismatchException mismatch ? mismatch.getName() : "";
        return invalid(name, texts.text("invalid.type"), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(status, nameOf(status), headers, Map.of());
    }

    private ResponseEntity<Object> invalid(String field, String message, HttpHeaders headers) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "invalid",
                headers,
                Map.of("fields", List.of(InvalidFields.field(field, message))));
    }

    private ResponseEntity<Object> problem(
            HttpStatusCode status, String name, HttpHeaders headers, Map<String, Object> members) {
        ProblemDetail detail = texts.detail(status, name);
        members.forEach(detail::setProperty);
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(ProblemHandler::nameTrace)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static void nameTrace(HttpHeaders headers) {
        String traceId = TraceIds.current();
        if (traceId != null) {
            headers.set(TraceIds.HEADER, traceId);
        }
    }

    static String nameOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "malformed";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            default -> status.is5xxServerError() ? "internal-error" : "refused";
        };
    }

    /** The value of {@code Retry-After}: whole seconds, at least 1. */
    static String retryAfterSeconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
