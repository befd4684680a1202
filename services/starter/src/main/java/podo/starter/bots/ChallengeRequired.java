package podo.starter.bots;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/**
 * The account behaves like a script: 429 {@code challenge-required} with the {@code challenge} to solve and the {@code header} for its solution, or with
 * {@code Retry-After} for who waits instead.
 */
public class ChallengeRequired extends Problem {

    /** The reason under which the organiser reads of it. */
    public static final String REASON = "challenge-required";

    /** The request header with the solution: base64 of ALTCHA's JSON. */
    static final String HEADER = "X-Altcha";

    private final WorkChallenge challenge;

    ChallengeRequired(WorkChallenge challenge, Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "challenge-required",
                Math.max(1, wait.plusMillis(999).toSeconds()));
        this.challenge = challenge;
        with("challenge", challenge);
        with("header", HEADER);
        retryAfter(wait);
    }

    WorkChallenge challenge() {
        return challenge;
    }
}
