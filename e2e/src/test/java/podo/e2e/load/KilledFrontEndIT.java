package podo.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.StackProcesses;

/** Experiment 30: a front end is killed on which 2,000 pages watch a line. Part of {@code ./podo test --long}. */
@OnRunningStack
@Isolated("it kills a front end")
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class KilledFrontEndIT {

    private static final int STREAMS = Integer.getInteger("podo.streams", 2_000);
    private static final int SESSIONS = 20;
    /** A stream may end at its own time while the others are counted. */
    private static final int NEARLY_ALL = STREAMS * 98 / 100;

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
            try (OpenPages pages = new OpenPages(
                    "localhost",
                    URI.create(RunningStack.URL).getPort(),
                    "/events/" + line.event() + "/queue/stream",
                    cookies)) {
                pages.open(STREAMS);
                await().atMost(PATIENCE).until(() -> pages.open() >= NEARLY_ALL);

                Duration away = StackProcesses.kill("web-frontend");
                AtomicInteger before = new AtomicInteger(pages.opened());
                AtomicInteger most = new AtomicInteger();
                long began = System.nanoTime();
                await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                    int now = pages.opened();
                    most.accumulateAndGet(now - before.getAndSet(now), Math::max);
                    return pages.open() >= NEARLY_ALL;
                });
                System.out.printf(
                        "front end with %d streams killed: up again after %d s, all streams %d s later, at most %d in a second%n",
                        STREAMS,
                        away.toSeconds(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                        most.get());
                assertThat(most.get()).as("streams opened in the worst second").isLessThan(STREAMS / 2);
            }
            assertThat(fans.stream().map(fan -> numberOf(fan, line)).toList()).isEqualTo(numbers);
        }
    }

    private static long numberOf(Fan fan, MovingLine line) {
        return fan.place(line.event()).json("number").asLong();
    }
}
