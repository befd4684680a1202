package podo.gateway.refusal;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The gateway's own problems, beside those of {@code podo.starter.problem}. */
public class GatewayProblem extends Problem {

    private GatewayProblem(HttpStatus status, String name) {
        super(status, name);
    }

    /** 401: the token is missing, forged or expired. */
    public static GatewayProblem unauthorized() {
        return new GatewayProblem(HttpStatus.UNAUTHORIZED, "unauthorized");
    }

    /** 413: the body exceeds {@code podo.gateway.max-body}. */
    public static GatewayProblem tooLarge() {
        return new GatewayProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    /** 400: the client disconnected while its body was read. */
    public static GatewayProblem malformed() {
        return new GatewayProblem(HttpStatus.BAD_REQUEST, "malformed");
    }

    /** 400: an API call by http, where the public URL is https. */
    public static GatewayProblem needsHttps() {
        return new GatewayProblem(HttpStatus.BAD_REQUEST, "needs-https");
    }

    /** 421: the request names a host that is not served here. */
    public static GatewayProblem otherHost() {
        return new GatewayProblem(HttpStatus.MISDIRECTED_REQUEST, "other-host");
    }

    /** 502: the service closed the connection before its response was complete; whether it did the work is unknown. */
    public static GatewayProblem brokenOff() {
        return new GatewayProblem(HttpStatus.BAD_GATEWAY, "broken-off");
    }

    /** 503: no instance, circuit breaker open or bulkhead full; the service did nothing. */
    public static GatewayProblem unavailable() {
        GatewayProblem problem = new GatewayProblem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        problem.retryAfter(Duration.ofSeconds(2));
        return problem;
    }

    /** 504: the service did not respond in time; whether it did the work is unknown. */
    public static GatewayProblem noAnswer() {
        GatewayProblem problem = new GatewayProblem(HttpStatus.GATEWAY_TIMEOUT, "no-answer");
        problem.retryAfter(Duration.ofSeconds(2));
        return problem;
    }
}
