package podo.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Burst;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.StackProcesses;

/**
 * Experiment 30: a front end is killed on which 2,000 pages watch a line, which then do what their own scripts do. Part of {@code ./podo test --long}.
 * The gateway takes so many with {@code PODO_HEAP=gateway-mvc=640}.
 */
@OnRunningStack
@Isolated("it kills a front end")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class KilledFrontEndIT {

    private static final int STREAMS = Integer.getInteger("podo.streams", 2_000);
    private static final int SESSIONS = 20;
    /** A stream may end at its own time while the others are counted. */
    private static final int NEARLY_ALL = STREAMS * 98 / 100;

    /** Pages whose stream breaks come back by chance within this time, so that evenly spread this many come in a second; twice as many are a crowd. */
    private static final double USUAL_A_SECOND = STREAMS * 1_000.0 / LineScript.PAUSE_BY_CHANCE;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void theStreamsComeBackOneByOneAndNobodyLosesTheirPlace() throws Exception {
        try (MovingLine line = MovingLine.lasting(120)) {
            line.form();
            List<Fan> fans = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            List<String> cookies = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                Fan fan = Fan.fresh();
                PageSession session = new PageSession(RunningStack.URL);
                session.logIn(fan.email(), fan.password());
                session.join(line.event());
                cookies.add(session.cookies(line.event()));
                fans.add(fan);
                numbers.add(numberOf(fan, line));
            }
            line.start();
            SplittableRandom random = new SplittableRandom();
            try (OpenPages pages = new OpenPages(
                    new InetSocketAddress(
                            "localhost", URI.create(RunningStack.URL).getPort()),
                    "/events/" + line.event() + "/queue",
                    cookies,
                    page -> LineScript.polling(pollOf(page, random), random.split()))) {
                pages.open(STREAMS);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(pages.open())
                                .as("streams that the gateway takes (PODO_HEAP=gateway-mvc=640)")
                                .isGreaterThanOrEqualTo(NEARLY_ALL));

                long killed = System.currentTimeMillis();
                Duration away = StackProcesses.kill("web-frontend");
                long up = System.nanoTime();
                await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> pages.open() >= NEARLY_ALL);
                List<Long> asked =
                        pages.reopened().stream().filter(at -> at >= killed).toList();
                int most = Burst.most(asked, Duration.ofSeconds(1));
                System.out.printf(
                        "front end with %d streams killed: up again after %d s, all streams %d s later, asked for %d times, "
                                + "at most %d in a second; usual are %.0f%n",
                        STREAMS,
                        away.toSeconds(),
                        Duration.ofNanos(System.nanoTime() - up).toSeconds(),
                        asked.size(),
                        most,
                        USUAL_A_SECOND);
                // each page asked again, or nothing was measured
                assertThat(asked).hasSizeGreaterThan(STREAMS / 2);
                assertThat(most).as("streams asked for in the worst second").isLessThanOrEqualTo((int)
                        (2 * USUAL_A_SECOND));
            }
            assertThat(fans.stream().map(fan -> numberOf(fan, line)).toList()).isEqualTo(numbers);
        }
    }

    /** As the line asks fans at these places, of whom a few sessions stand for many: every 2 s with fewer than 200 ahead, then every 5 s. */
    private static long pollOf(int ahead, SplittableRandom random) {
        return (long) ((ahead < 200 ? 2_000 : 5_000) * random.nextDouble(0.8, 1.2));
    }

    private static long numberOf(Fan fan, MovingLine line) {
        return fan.place(line.event()).json("number").asLong();
    }
}
