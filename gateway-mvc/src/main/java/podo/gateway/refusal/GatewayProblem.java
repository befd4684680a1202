package podo.gateway.refusal;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The gateway's own refusals, beside those that it shares with the services. */
public class GatewayProblem extends Problem {

    private GatewayProblem(HttpStatus status, String name) {
        super(status, name);
    }

    /** 401: no token where one is needed, or one that is forged or over. */
    public static GatewayProblem unauthorized() {
        return new GatewayProblem(HttpStatus.UNAUTHORIZED, "unauthorized");
    }

    /** 413: the body is larger than anything that Podo reads. */
    public static GatewayProblem tooLarge() {
        return new GatewayProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    /** 400: the caller hung up, or its body broke off. */
    public static GatewayProblem malformed() {
        return new GatewayProblem(HttpStatus.BAD_REQUEST, "malformed");
    }

    /** 502: the service hung up in the middle of its answer; whether it did the work is not known. */
    public static GatewayProblem brokenOff() {
        return new GatewayProblem(HttpStatus.BAD_GATEWAY, "broken-off");
    }

    /** 503: the service is away, or so busy that waiting would help nobody; nothing was done. */
    public static GatewayProblem away() {
        GatewayProblem refused = new GatewayProblem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        refused.retryAfter(Duration.ofSeconds(2));
        return refused;
    }

    /** 504: the service took the call and did not answer in time; whether it did the work is not known. */
    public static GatewayProblem noAnswer() {
        GatewayProblem refused = new GatewayProblem(HttpStatus.GATEWAY_TIMEOUT, "no-answer");
        refused.retryAfter(Duration.ofSeconds(2));
        return refused;
    }
}
