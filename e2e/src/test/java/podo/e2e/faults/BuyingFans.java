package podo.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import podo.e2e.Fan;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import podo.e2e.storm.Purchase;
import podo.e2e.storm.PurchaseTally;

/** Six fans who buy ticket after ticket from before an outage until after it, and one who only stands in line. */
final class BuyingFans {

    private static final int FANS = 6;
    private static final int SEATS_PER_FAN = 10;

    private BuyingFans() {}

    static void buyDuring(String name, Runnable outage) {
        Show show = Show.draft(FANS, SEATS_PER_FAN, Map.of("seatsPerFan", SEATS_PER_FAN));
        Fan.organiser().post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        show.awaitSeats(FANS * SEATS_PER_FAN);
        Fan witness = Fan.fresh();
        witness.enter(show.id());
        List<Long> seats = witness.freeSeats(show.id());
        List<Fan> fans = IntStream.range(0, FANS).mapToObj(i -> Fan.fresh()).toList();

        PurchaseTally tally = new PurchaseTally();
        AtomicBoolean outageOver = new AtomicBoolean();
        AtomicInteger bought = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> going = new ArrayList<>();
            for (int i = 0; i < FANS; i++) {
                Fan fan = fans.get(i);
                List<Long> own = seats.subList(i * SEATS_PER_FAN, (i + 1) * SEATS_PER_FAN);
                going.add(CompletableFuture.runAsync(() -> buy(fan, show, own, outageOver, bought, tally), threads));
            }
            await().atMost(Duration.ofMinutes(5)).until(() -> bought.get() > 0);
            try {
                outage.run();
            } finally {
                outageOver.set(true);
            }
            going.forEach(CompletableFuture::join);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        // nobody is logged out: the token from before the outage is still accepted
        await().ignoreExceptions().atMost(Fan.SOON).until(() -> {
            witness.api().get("/api/users/me").has(200);
            return !witness.enter(show.id()).isEmpty();
        });
        AuditCheck.awaitNoFindings(name);
        System.out.printf("| %s | %d purchases in %d s; %s |%n", name, bought.get(), took.toSeconds(), tally);
        assertThat(tally.unclear()).as("unclear answers").isEmpty();
    }

    /** Buys until the outage is over, and one ticket after it. */
    private static void buy(
            Fan fan, Show show, List<Long> seats, AtomicBoolean outageOver, AtomicInteger bought, PurchaseTally tally) {
        for (int i = 0; i < seats.size(); i++) {
            boolean last = outageOver.get() || i == seats.size() - 1;
            if (i == seats.size() - 1) {
                await().atMost(Duration.ofMinutes(20)).until(outageOver::get);
            }
            new Purchase(
                            fan,
                            show.id(),
                            new Purchase.Plan(Map.of("seatIds", List.of(seats.get(i))), null, Duration.ZERO, false),
                            tally)
                    .make();
            bought.incrementAndGet();
            if (last) {
                return;
            }
        }
    }

    /** Buys a ticket with a new account, while the bank or the gateway may fail. */
    static void buyOneTicketWithRetries() {
        AtomicReference<Fan> fan = new AtomicReference<>();
        AtomicReference<Show> show = new AtomicReference<>();
        await().ignoreExceptions().atMost(Fan.SOON).until(() -> {
            show.set(Show.onSale(1, 4));
            fan.set(Fan.fresh());
            return true;
        });
        List<Long> seats = fan.get().freeSeats(show.get().id()).subList(0, 1);
        new Purchase(
                        fan.get(),
                        show.get().id(),
                        new Purchase.Plan(Map.of("seatIds", seats), null, Duration.ZERO, false),
                        new PurchaseTally())
                .make();
    }

    /** Buys a ticket with a new account, without retries. */
    static void buyOneTicket() {
        Show show = Show.onSale(1, 4);
        Fan fan = Fan.fresh();
        fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1));
    }
}
