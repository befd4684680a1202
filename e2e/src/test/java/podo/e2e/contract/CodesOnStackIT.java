package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;

/** Codes from the organiser to the charge, the refund and the books. */
@OnRunningStack
class CodesOnStackIT {

    @Test
    void whatACodeTakesOffIsNeitherChargedNorRefundedAndItsUseComesBack() {
        Show show = Show.onSale(2, 10);
        long code = add(show, "TENOFF", "AMOUNT", 10_001, Map.of("mostUses", 1))
                .json("id")
                .asLong();
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id());
        Answer reservation = reserve(fan, show, seats.subList(0, 2));
        long reduced = 2L * Show.PRICE - 10_001;
        assertThat(use(fan, reservation, "tenoff").has(200).json("amount").asLong())
                .isEqualTo(reduced);
        assertThat(use(Fan.fresh(), reservation, "tenoff").status()).isEqualTo(404);
        use(fan, reservation, "NOSUCHCODE").refuses(400);

        String order = reservation.string("orderId");
        assertThat(fan.api()
                        .post("/api/payments", Map.of("orderId", order))
                        .isOneOf(200, 201)
                        .json("amount")
                        .asLong())
                .isEqualTo(reduced);
        use(fan, reservation, "").refuses(409, "sum-fixed");
        fan.confirm(Bank.approve(order, reduced), order, reduced).isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        AuditCheck.awaitNoFindings("a code that is used");

        Fan second = Fan.fresh();
        Answer other = reserve(second, show, seats.subList(2, 3));
        use(second, other, "TENOFF").refuses(400);
        fan.api()
                .post("/api/reservations/" + reservation.string("id") + "/cancel")
                .isOneOf(200, 202);
        await().atMost(Fan.SOON).until(() -> use(second, other, "TENOFF").status() == 200);
        await().atMost(Fan.SOON)
                .until(() -> fan.api()
                                .get("/api/reservations/" + reservation.string("id"))
                                .json("refunded")
                                .asLong()
                        == reduced);
        assertThat(Fan.organiser()
                        .get("/api/organiser/events/" + show.id() + "/codes")
                        .has(200)
                        .json()
                        .path(0)
                        .path("used")
                        .asInt())
                .isEqualTo(1);
        Fan.organiser()
                .put("/api/organiser/events/" + show.id() + "/codes/" + code, Map.of("active", false))
                .has(200);
        Answer used =
                second.api().get("/api/reservations/" + other.string("id")).has(200);
        assertThat(second.pay(used).status())
                .as("who used it keeps it when it is switched off")
                .isIn(200, 202);
        second.awaitStatus(other.string("id"), "CONFIRMED");
        AuditCheck.awaitNoFindings("a code that came back");
    }

    @Test
    void whatCostsNothingWithItsCodeNeedsNoBank() {
        Show show = Show.onSale(2, 10);
        add(show, "PRESS", "PRICE", 0, Map.of());
        Fan fan = Fan.fresh();
        Answer reservation = reserve(fan, show, fan.freeSeats(show.id()).subList(0, 2));
        assertThat(use(fan, reservation, "press").has(200).json("amount").asLong())
                .isZero();
        assertThat(fan.api()
                        .post("/api/payments", Map.of("orderId", reservation.string("orderId")))
                        .isOneOf(200, 201)
                        .string("status"))
                .isEqualTo("PAID");
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        AuditCheck.awaitNoFindings("free with a code");
    }

    @Test
    void ofFansAtOnceAsManyUseACodeAsMay() throws Exception {
        Show show = Show.onSale(4, 10);
        add(show, "FIRST5", "PERCENT", 50, Map.of("mostUses", 5, "mostPerFan", 1));
        List<Long> seats = Fan.fresh().freeSeats(show.id());
        List<Fan> fans = IntStream.range(0, 20).mapToObj(i -> Fan.fresh()).toList();
        List<Answer> reservations = new ArrayList<>();
        for (int i = 0; i < fans.size(); i++) {
            reservations.add(reserve(fans.get(i), show, seats.subList(i, i + 1)));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(fans.size())) {
            List<Future<Answer>> answers = IntStream.range(0, fans.size())
                    .mapToObj(
                            i -> crowd.submit((Callable<Answer>) () -> use(fans.get(i), reservations.get(i), "first5")))
                    .toList();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnly(200, 400);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(5);
        AuditCheck.awaitNoFindings("a code that many want");
    }

    private static Answer add(Show show, String code, String how, long value, Map<String, ?> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.putAll(Map.of("code", code, "how", how, "value", value));
        return Fan.organiser()
                .post("/api/organiser/events/" + show.id() + "/codes", body)
                .has(201);
    }

    private static Answer reserve(Fan fan, Show show, List<Long> seats) {
        String hold = fan.hold(show.id(), fan.enter(show.id()), seats).has(201).string("holdId");
        return fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
    }

    private static Answer use(Fan fan, Answer reservation, String code) {
        return fan.api().put("/api/reservations/" + reservation.string("id") + "/code", Map.of("code", code));
    }
}
