package podo.e2e.load.purchases;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import podo.e2e.Answer;
import podo.e2e.Bank;
import podo.e2e.Fan;

/** Buys one seat after another by the API: line, seats, hold, booking, payment, ticket. */
final class ApiBuyer implements Buyer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL_LINE = Duration.ofMillis(500);
    private static final Duration POLL_BOOKING = Duration.ofMillis(200);

    private final Fan fan;
    private final StepTimes times;
    private final MailTimes mails;

    ApiBuyer(Fan fan, StepTimes times, MailTimes mails) {
        this.fan = fan;
        this.times = times;
        this.mails = mails;
    }

    @Override
    public void buy(long event) throws Exception {
        String base = "/api/events/" + event;
        String pass = enter(base);
        Answer booking = times.time(
                "book",
                () -> fan.api()
                        .post("/api/reservations", Map.of("holdId", hold(base, pass)))
                        .has(201));
        String order = booking.string("orderId");
        long amount = booking.json("amount").asLong();
        times.time(
                "open the payment",
                () -> fan.api().post("/api/payments", Map.of("orderId", order)).isOneOf(200, 201));
        String key = times.time("approve at the bank (not Podo)", () -> Bank.approve(order, amount));
        times.time("confirm", () -> fan.confirm(key, order, amount).isOneOf(200, 202));
        mails.paid(order);
        times.time("until the ticket is there", () -> {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL_BOOKING)
                    .until(() -> fan.reservation(booking.string("id"))
                            .string("status")
                            .equals("CONFIRMED"));
            return true;
        });
    }

    private String enter(String base) throws Exception {
        Answer joined = times.time(
                "join the line", () -> fan.api().post(base + "/queue").has(200));
        if (!isLetIn(joined)) {
            times.time("wait in line", () -> {
                await().atMost(PATIENCE)
                        .pollDelay(POLL_LINE)
                        .pollInterval(POLL_LINE)
                        .until(() -> isLetIn(fan.api().get(base + "/queue/me")));
                return true;
            });
        }
        Answer entered = times.time("enter", () -> fan.api().post(base + "/queue/enter"));
        if (entered.status() == 404) {
            // the place of the last purchase ended a moment after this join
            return enter(base);
        }
        return entered.has(200).string("pass");
    }

    private static boolean isLetIn(Answer place) {
        return List.of("OFFERED", "ENTERED").contains(place.string("state"));
    }

    private String hold(String base, String pass) throws Exception {
        while (true) {
            List<Long> free = times.time("see the seats", () -> fan.freeSeats(eventOf(base)));
            if (free.isEmpty()) {
                throw new IllegalStateException("the hall is sold out");
            }
            long seat = free.get(ThreadLocalRandom.current().nextInt(free.size()));
            Answer hold = times.time(
                    "hold",
                    () -> fan.api()
                            .with("X-Entry-Pass", pass)
                            .with("Idempotency-Key", UUID.randomUUID().toString())
                            .post(base + "/holds", Map.of("seatIds", List.of(seat)))
                            .isOneOf(201, 409));
            if (hold.status() == 201) {
                return hold.string("holdId");
            }
        }
    }

    private static long eventOf(String base) {
        return Long.parseLong(base.substring(base.lastIndexOf('/') + 1));
    }
}
