package podo.e2e.load;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When one page of the line opens its stream, asks for its place or asks whether there is a server at all: the delays of
 * {@code line/connection.js}, {@code line/watch.js} and {@code shared/network.js}, in milliseconds. A page whose stream is gone opens the next one after
 * 1 to 4 s and then after 2 to 8 s. From the third failure on it polls, and tries the stream at every twelfth failure, or as soon as the
 * server has answered after a silence.
 */
final class LineScript {

    /** What a page does next. */
    enum Step {
        /** opens the stream */
        STREAM,
        /** asks for its place */
        POLL,
        /** asks for a file, whether the server is there */
        PROBE
    }

    static final int STREAMS_BEFORE_POLLS = 2;
    static final int SHORTEST_PAUSE = 1_000;
    static final int PAUSE_BY_CHANCE = 3_000;
    static final int STREAM_EVERY = 12;
    static final int SILENCE = 8_000;
    static final int FIRST_PROBE = 5_000;
    static final int LONGEST_PROBE = 20_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final long poll;
    private final boolean polls;
    private final RandomGenerator random;
    private boolean streaming;
    private boolean away;
    private int failures;
    private long contactAt;
    private long streamAt;
    private long pollAt = NEVER;
    private long probeAt = NEVER;
    private double pause;

    private LineScript(long poll, boolean polls, RandomGenerator random) {
        this.poll = poll;
        this.polls = polls;
        this.random = random;
    }

    /** @param poll between two questions, as the server has said */
    static LineScript polling(long poll, RandomGenerator random) {
        return new LineScript(poll, true, random);
    }

    /** For a count of the streams that a server accepts: it never polls, but tries the stream again after 1 to 4 s. */
    static LineScript onlyStreams(RandomGenerator random) {
        return new LineScript(0, false, random);
    }

    /** The step whose time has come, if any; the page begins it. */
    @Nullable
    Step due(long now) {
        if (streaming) {
            return null;
        }
        if (now >= streamAt) {
            streaming = true;
            contactAt = now;
            streamAt = NEVER;
            pollAt = NEVER;
            return Step.STREAM;
        }
        if (now >= pollAt) {
            pollAt = NEVER;
            return Step.POLL;
        }
        if (polls && !away && now - contactAt > Math.max(SILENCE, 3 * poll)) {
            away = true;
            pause = FIRST_PROBE;
            probeLater(now);
        }
        if (now >= probeAt) {
            probeAt = NEVER;
            return Step.PROBE;
        }
        return null;
    }

    /** The stream has told something. */
    void hears(long now) {
        failures = 0;
        contact(now);
    }

    /** The server has told that the stream ends. */
    void isToldToMove(long now) {
        streaming = false;
        streamAt = now;
    }

    /** The stream was refused, or has broken. */
    void dropped(long now) {
        streaming = false;
        failures++;
        if (!polls) {
            streamAt = now + chance();
        } else if (failures <= STREAMS_BEFORE_POLLS) {
            streamAt = now + failures * chance();
        } else {
            pollAt = now + poll;
        }
    }

    void polled(boolean answered, long now) {
        if (answered) {
            contact(now);
        }
        if (streaming || streamAt != NEVER) {
            return;
        }
        failures++;
        if (failures % STREAM_EVERY == 0) {
            failures = 1;
            streamAt = now + poll;
        } else {
            pollAt = now + poll;
        }
    }

    void probed(boolean answered, long now) {
        if (answered) {
            contact(now);
        } else if (away) {
            probeLater(now);
        }
    }

    private void contact(long now) {
        contactAt = now;
        if (!away) {
            return;
        }
        away = false;
        probeAt = NEVER;
        if (!streaming) {
            failures = 1;
            streamAt = now;
        }
    }

    private void probeLater(long now) {
        probeAt = now + (long) (pause * (0.8 + random.nextDouble() * 0.4));
        pause = Math.min(LONGEST_PROBE, pause * 1.5);
    }

    private long chance() {
        return SHORTEST_PAUSE + random.nextLong(PAUSE_BY_CHANCE);
    }
}
