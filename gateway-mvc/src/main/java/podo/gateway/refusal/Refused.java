package podo.gateway.refusal;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** The gateway's own refusals, beside those that it shares with the services. */
public class Refused extends Problem {

    private Refused(HttpStatus status, String name) {
        super(status, name);
    }

    /** 401: no token where one is needed, or one that is forged or over. */
    public static Refused unauthorized() {
        return new Refused(HttpStatus.UNAUTHORIZED, "unauthorized");
    }

    /** 413: the body is larger than anything that Podo reads. */
    public static Refused tooLarge() {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    /** 400: the caller hung up, or its body broke off. */
    public static Refused malformed() {
        return new Refused(HttpStatus.BAD_REQUEST, "malformed");
    }

    /** 502: the service hung up in the middle of its answer; whether it did the work is not known. */
    public static Refused brokenOff() {
        return new Refused(HttpStatus.BAD_GATEWAY, "broken-off");
    }

    /** 503: the service is away, or so busy that waiting would help nobody; nothing was done. */
    public static Refused away() {
        Refused refused = new Refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        refused.retryAfter(Duration.ofSeconds(2));
        return refused;
    }

    /** 504: the service took the call and did not answer in time; whether it did the work is not known. */
    public static Refused noAnswer() {
        Refused refused = new Refused(HttpStatus.GATEWAY_TIMEOUT, "no-answer");
        refused.retryAfter(Duration.ofSeconds(2));
        return refused;
    }
}
