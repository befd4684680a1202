package podo.e2e.load.sale;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import podo.e2e.Answer;
import podo.e2e.load.sale.result.SaleTally;

/**
 * Calls of all fans over a bounded number of connections. The time of a call counts from the moment at which it was due: a call that waits for
 * a connection, or that its fan's thread begins late, is slow and not left out.
 */
final class SaleCalls {

    /** Of a call that was refused because there were too many, or the service was not there for a moment. */
    private static final int TRIES = 4;

    private static final long MOST_SECONDS_TO_WAIT = 5;

    /** Steps of fans who are outside. They share connections of their own: at a real sale each fan has one, and who buys does not wait for who waits. */
    private static final Set<String> OUTSIDE = Set.of("event page", "join the line", "look at the place");

    private final Semaphore outside;
    private final Semaphore others;
    private final SaleTally tally;
    private final SaleClock clock;

    /** @param connections of those outside together, and of the others */
    SaleCalls(int connections, SaleTally tally, SaleClock clock) {
        this.outside = new Semaphore(connections, true);
        this.others = new Semaphore(connections, true);
        this.tally = tally;
        this.clock = clock;
    }

    /** Answers with any status below 500, or with the last 429 or 503 after some tries. Throws {@link CallFailed}. */
    Answer call(String step, Supplier<Answer> call) {
        return call(step, clock.nanos(), clock::pause, call);
    }

    /** As a script calls, which does not wait when it is told to. */
    Answer callOnce(String step, Supplier<Answer> call) {
        Answer answer = once(step, clock.nanos(), call);
        if (answer.status() >= 500 && answer.status() != 503) {
            throw new CallFailed(step + " " + answer.status());
        }
        return answer;
    }

    /** The call was due at this time of the sale. */
    Answer callDueAt(long due, String step, Supplier<Answer> call) {
        return call(step, due, clock::pause, call);
    }

    /** Also after the end of the sale. */
    Answer callInCheckout(String step, Supplier<Answer> call) {
        return call(step, clock.nanos(), clock::pauseInCheckout, call);
    }

    private Answer call(String step, long due, Consumer<Duration> pause, Supplier<Answer> call) {
        Answer answer = once(step, due, call);
        for (int tries = 1; tries < TRIES && (answer.status() == 429 || answer.status() == 503); tries++) {
            pause.accept(waitOf(answer));
            answer = once(step, clock.nanos(), call);
        }
        if (answer.status() >= 500) {
            throw new CallFailed(step + " " + answer.status());
        }
        return answer;
    }

    private Answer once(String step, long due, Supplier<Answer> call) {
        Semaphore connections = OUTSIDE.contains(step) ? outside : others;
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SaleClock.SaleOver();
        }
        tally.waited(clock.nanos() - due);
        try {
            Answer answer = call.get();
            tally.took(step, clock.nanos() - due);
            if (answer.status() >= 500) {
                tally.failed(clock.nanos(), step + ": " + answer.status() + " " + ProblemName.of(answer));
            } else if (answer.status() == 429) {
                tally.refused(clock.nanos(), step + ": " + ProblemName.of(answer));
            }
            return answer;
        } catch (UncheckedIOException e) {
            tally.took(step, clock.nanos() - due);
            tally.failed(clock.nanos(), step + ": " + nameOf(e.getCause()));
            throw new CallFailed(step);
        } catch (IllegalStateException e) { // interrupted
            throw new SaleClock.SaleOver();
        } finally {
            connections.release();
        }
    }

    private static String nameOf(Throwable cause) {
        return switch (cause) {
            case ConnectException unused -> "no connection";
            case HttpTimeoutException unused -> "no answer in time";
            default -> "connection broken";
        };
    }

    private static Duration waitOf(Answer answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("1");
        return Duration.ofSeconds(
                seconds.matches("[0-9]{1,4}") ? Math.clamp(Long.parseLong(seconds), 1, MOST_SECONDS_TO_WAIT) : 1);
    }
}
