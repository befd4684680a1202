package podo.e2e.faults.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.Show;

/** A hundred fans ask for ten seats in the same instant. */
public final class SeatRush {

    private static final int FANS = 100;
    private static final int SEATS = 10;

    private record Inside(Fan fan, String pass) {}

    private SeatRush() {}

    public static void race() {
        Show show = Show.onSale(1, SEATS);
        List<Long> seats = Fan.fresh().freeSeats(show.id());
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(FANS);
                // hashing a password is slow by intention
                ExecutorService signUps = Executors.newFixedThreadPool(4)) {
            List<Future<Inside>> entering = new ArrayList<>();
            for (int i = 0; i < FANS; i++) {
                entering.add(signUps.submit(() -> {
                    Fan fan = Fan.fresh();
                    return new Inside(fan, fan.enter(show.id()));
                }));
            }
            List<Inside> fans = new ArrayList<>();
            for (Future<Inside> one : entering) {
                fans.add(one.get());
            }
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> holds = new ArrayList<>();
            for (int i = 0; i < FANS; i++) {
                Inside inside = fans.get(i);
                List<Long> seat = List.of(seats.get(i % SEATS));
                holds.add(threads.submit(() -> {
                    start.await();
                    return inside.fan().hold(show.id(), inside.pass(), seat);
                }));
            }
            start.countDown();
            for (Future<Answer> hold : holds) {
                answers.add(hold.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(SEATS);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> answer.refuses(409, "seats-taken"));
    }
}
