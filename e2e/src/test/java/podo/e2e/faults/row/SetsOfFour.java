package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;

/** Row 3: in one instant, overlapping sets of four, every second one in the opposite order. */
public final class SetsOfFour {

    private static final int FANS = 24;
    private static final int SEATS = 13;
    private static final int SET = 4;

    private record Inside(Fan fan, String pass, List<Long> wish) {}

    private SetsOfFour() {}

    public static void race() {
        Show show = Show.onSale(1, SEATS);
        List<Long> seats = Fan.fresh().freeSeats(show.id());
        List<Inside> fans = new ArrayList<>();
        for (int i = 0; i < FANS; i++) {
            Fan fan = Fan.fresh();
            int first = i % (SEATS - SET + 1);
            List<Long> wish = seats.subList(first, first + SET);
            fans.add(new Inside(fan, fan.enter(show.id()), i % 2 == 0 ? wish : wish.reversed()));
        }
        List<Answer> answers = askAtOnce(show, fans);

        List<Answer> holds =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(holds).isNotEmpty();
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.refuses(409, "seats-taken"));
        Set<Long> held = new HashSet<>();
        holds.forEach(hold -> {
            assertThat(idsIn(hold)).hasSize(SET);
            idsIn(hold)
                    .forEach(seat -> assertThat(held.add(seat))
                            .as("seat %d has one hold", seat)
                            .isTrue());
        });
        assertThat(LongStream.range(0, SEATS).map(i -> seats.get((int) i)).filter(seat -> !held.contains(seat)))
                .as("nobody holds a part of a set")
                .allSatisfy(seat -> assertThat(fans.getFirst().fan().status(show.id(), seat))
                        .isEqualTo("AVAILABLE"));
    }

    private static List<Long> idsIn(Answer hold) {
        List<Long> ids = new ArrayList<>();
        hold.json("seats").forEach(seat -> ids.add(seat.path("id").asLong()));
        return ids;
    }

    private static List<Answer> askAtOnce(Show show, List<Inside> fans) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(FANS)) {
            List<Future<Answer>> going = fans.stream()
                    .map(inside -> threads.submit(() -> {
                        start.await();
                        return inside.fan().hold(show.id(), inside.pass(), inside.wish());
                    }))
                    .toList();
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : going) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
