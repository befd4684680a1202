package podo.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** 100 fans request 10 seats at once through the gateway (ASVS 2.3.4: limited quantities are not double-booked). */
@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceIT {

    private static final int FANS = 100;
    private static final int SEATS = 10;

    private final List<Fan> fans = new ArrayList<>();

    @BeforeAll
    void signUp() throws Exception {
        fans.addAll(all(8, FANS, i -> Fan.fresh()));
    }

    @RepeatedTest(value = 10, name = "round {currentRepetition}")
    void exactlyTenOfAHundredFansGetASeatAndNinetyACleanRefusal(RepetitionInfo round) throws Exception {
        Show show = Show.onSale(1, SEATS);
        List<String> passes = all(16, FANS, i -> fans.get(i).enter(show.id()));
        List<Long> seats = fans.getFirst().freeSeats(show.id());
        assertThat(seats).hasSize(SEATS);

        CountDownLatch start = new CountDownLatch(1);
        long[] began = new long[1];
        List<Answer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> calls = IntStream.range(0, FANS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return fans.get(i).hold(show.id(), passes.get(i), List.of(seats.get(i % SEATS)));
                    }))
                    .toList();
            began[0] = System.nanoTime();
            start.countDown();
            answers = results(calls);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began[0]);

        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        List<Answer> lost =
                answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(won).hasSize(SEATS);
        assertThat(lost).hasSize(FANS - SEATS).allSatisfy(answer -> answer.refuses(409, "seats-taken"));
        Set<Long> held = new HashSet<>();
        won.forEach(answer ->
                answer.json("seats").forEach(seat -> held.add(seat.path("id").asLong())));
        assertThat(held).containsExactlyInAnyOrderElementsOf(seats);
        assertThat(fans.getFirst().freeSeats(show.id())).isEmpty();
        System.out.printf(
                "round %d: %d holds, %d refusals, all answered in %d ms%n",
                round.getCurrentRepetition(), won.size(), lost.size(), took.toMillis());
    }

    private static <T> List<T> all(int threads, int count, IntFunction<T> work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return results(IntStream.range(0, count)
                    .mapToObj(i -> pool.submit(() -> work.apply(i)))
                    .toList());
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
