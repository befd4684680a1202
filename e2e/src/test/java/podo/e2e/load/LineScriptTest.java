package podo.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.e2e.load.LineScript.Step.POLL;
import static podo.e2e.load.LineScript.Step.STREAM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podo.e2e.Burst;

class LineScriptTest {

    private static final Path SCRIPTS = Path.of("templates-shared/src/main/resources/static/assets");
    private static final long EVERY = 2_000;

    private final LineScript page = LineScript.polling(EVERY, new Random(1));
    private long now;

    @Test
    void itHasTheDelaysOfThePagesOwnScripts() throws IOException {
        assertThat(script("line/connection.js"))
                .contains(
                        "failures <= %d ? setTimeout(connect, failures * (%d + Math.random() * %d)) : setTimeout(poll, me.poll)"
                                .formatted(
                                        LineScript.STREAMS_BEFORE_POLLS,
                                        LineScript.SHORTEST_PAUSE,
                                        LineScript.PAUSE_BY_CHANCE))
                .contains("setTimeout(failures %% %d ? poll : () => reconnect(1), me.poll)"
                        .formatted(LineScript.STREAM_EVERY))
                .contains("addEventListener('over', connect)");
        assertThat(script("line/state.js")).contains("SILENCE = " + LineScript.SILENCE);
        assertThat(script("line/watch.js"))
                .contains("Math.max(SILENCE, 3 * me.poll)")
                .contains("'podo:reachable', () => { if (!isStreaming() || silence() > 5000) reconnect(1); }");
        assertThat(script("line.js"))
                .contains("guardForms(%d, %d)".formatted(LineScript.FIRST_PROBE, LineScript.LONGEST_PROBE));
        assertThat(script("shared/network.js")).contains("jitter(pause)").contains("pause * 1.5");
        assertThat(script("shared/timing.js")).contains("ms * (0.8 + random() * 0.4)");
    }

    @Test
    void aStreamThatBreaksIsOpenedAgainTwiceAndThenThePagePolls() {
        assertThat(next()).isEqualTo(STREAM);
        page.hears(now);
        page.dropped(now);

        assertThat(waitFor(STREAM)).isBetween(1_000L, 4_000L);
        page.dropped(now);
        assertThat(waitFor(STREAM)).isBetween(2_000L, 8_000L);
        page.dropped(now);
        assertThat(waitFor(POLL)).isEqualTo(EVERY);
    }

    @Test
    void aStreamThatWasToldToMoveIsOpenedAtOnce() {
        assertThat(next()).isEqualTo(STREAM);
        page.hears(now);
        page.isToldToMove(now);

        assertThat(next()).isEqualTo(STREAM);
    }

    @Test
    void aPageThatPollsOpensItsStreamAsSoonAsTheServerAnswersAfterASilence() {
        pollsAfterThreeFailures();
        while (now < 60_000) {
            fail(next());
        }
        waitFor(POLL);

        page.polled(true, now);

        assertThat(next()).isEqualTo(STREAM);
    }

    @Test
    void aPageWhosePollsAreAnsweredTriesTheStreamAtEveryTwelfthFailure() {
        pollsAfterThreeFailures();
        int polls = 0;
        for (LineScript.Step step = next(); step != STREAM; step = next()) {
            assertThat(step).isEqualTo(POLL);
            polls++;
            page.polled(true, now);
        }

        assertThat(polls).isEqualTo(LineScript.STREAM_EVERY - 3);
    }

    @Test
    void manyPagesThatAreDroppedAtOnceComeBackOneByOne() {
        List<Long> comeBack = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            LineScript one = LineScript.polling(EVERY, random);
            one.due(0);
            one.hears(0);
            one.dropped(0);
            long at = 0;
            while (one.due(at) == null) {
                at++;
            }
            comeBack.add(at);
        }

        assertThat(Burst.most(comeBack, Duration.ofSeconds(1))).isBetween(600, 800);
    }

    private void pollsAfterThreeFailures() {
        for (int i = 0; i < 3; i++) {
            waitFor(STREAM);
            page.dropped(now);
        }
    }

    private LineScript.Step next() {
        for (LineScript.Step step = page.due(now); true; step = page.due(++now)) {
            if (step != null) {
                return step;
            }
        }
    }

    private long waitFor(LineScript.Step wanted) {
        long since = now;
        for (LineScript.Step step = next(); step != wanted; step = next()) {
            fail(step);
        }
        return now - since;
    }

    private void fail(LineScript.Step step) {
        switch (step) {
            case STREAM -> page.dropped(now);
            case POLL -> page.polled(false, now);
            case PROBE -> page.probed(false, now);
        }
    }

    private static String script(String name) throws IOException {
        Path file = SCRIPTS.resolve(name);
        return Files.readString(Files.exists(file) ? file : Path.of("..").resolve(file));
    }
}
