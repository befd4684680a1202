package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

class BookingOpenIT extends BookingFixture {

    @Autowired
    ServiceTokens serviceTokens;

    @Test
    void aHoldBecomesABookingAtTheInventorysPrices() {
        Held held = inventory.createHold(event, fan, 2);

        Reply opened = open(held);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("status")).isEqualTo("PENDING");
        assertThat(opened.text("orderId")).matches("[A-Za-z0-9_-]{20,40}");
        assertThat(opened.body().path("amount").asLong()).isEqualTo(30_000);
        assertThat(Instant.parse(opened.text("expiresAt"))).isEqualTo(held.expiresAt());
        assertThat(seatIds(opened.body())).isEqualTo(held.seatIds());
        assertThat(opened.body().path("seats").get(1).path("price").asLong()).isEqualTo(20_000);
        assertThat(find(opened.text("id")).body()).isEqualTo(opened.body());
        assertThat(get("/api/reservations", fan).body().get(0)).isEqualTo(opened.body());
    }

    @Test
    void aHoldHasOneBookingHoweverOftenItIsAskedFor() {
        Held held = inventory.createHold(event, fan, 1);
        Reply first = open(held);

        Reply again = open(held);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void twentyTabsAtOnceMakeOneBooking() throws Exception {
        Held held = inventory.createHold(event, fan, 4);
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> answers = IntStream.range(0, 20)
                    .mapToObj(tab -> tabs.submit((Callable<Reply>) () -> open(held)))
                    .toList();
            for (Future<Reply> answer : answers) {
                replies.add(answer.get());
            }
        }

        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.status()).as("%s", reply.body()).isIn(200, 201));
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.text("orderId")).distinct())
                .hasSize(1);
        assertThat(rows("SELECT COUNT(*) FROM booking WHERE hold_id = ?", held.id()))
                .isEqualTo(1);
        assertThat(rows(
                        "SELECT COUNT(*) FROM booked_seat WHERE booking_id = ?",
                        replies.getFirst().text("id")))
                .isEqualTo(4);
    }

    @Test
    void somebodyElsesHoldIsNotThereBeforeAndAfterItIsBooked() {
        Held held = inventory.createHold(event, fan, 1);
        assertThat(post("/api/reservations", Map.of("holdId", held.id()), fan + 1)
                        .status())
                .isEqualTo(404);
        openBooking(held);
        assertThat(post("/api/reservations", Map.of("holdId", held.id()), fan + 1)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aHoldThatIsOverIsRefused() {
        for (String over : List.of("LAPSED", "RELEASED", "SOLD")) {
            Held held = inventory.createHold(event, fan, 1);
            inventory.stubHold(held, over, held.expiresAt());
            Reply refused = open(held);
            assertThat(refused.status()).as(over).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("hold-lapsed");
        }
        Held late = inventory.createHold(event, fan, 1);
        inventory.stubHold(late, "HELD", Instant.now().minusMillis(1));
        assertThat(open(late).problem()).isEqualTo("hold-lapsed");
        assertThat(rows("SELECT COUNT(*) FROM booking WHERE hold_id = ?", late.id()))
                .isZero();
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAndAnotherOneWithItsKeyARefusal() {
        Held held = inventory.createHold(event, fan, 1);
        Map<String, String> wish = Map.of("holdId", held.id());
        String key = UUID.randomUUID().toString();
        Reply first = post("/api/reservations", wish, fan, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);

        Reply repeated = post("/api/reservations", wish, fan, "Idempotency-Key", key);

        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.replayed()).isTrue();
        assertThat(repeated.body()).isEqualTo(first.body());
        Map<String, String> another = Map.of("holdId", UUID.randomUUID().toString());
        assertThat(post("/api/reservations", another, fan, "Idempotency-Key", key)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"holdId\":null}",
                "{\"holdId\":\"\"}",
                "{\"holdId\":\"   \"}",
                "{\"holdId\":{\"a\":1}}",
                "{\"holdId\":\"12345678901234567890123456789012345678901234567890123456789012345\"}"
            })
    void aWishThatMakesNoSenseIsRefusedInWords(String body) {
        Reply refused = post("/api/reservations", body, fan);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
        assertThat(refused.problem()).isIn("invalid", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../actuator", "a/b", "..", ".", "%00", "a;b", "?", "포도", "'--"})
    void anIdThatPodoNeverIssuesIsRefusedAtItsField(String holdId) {
        Reply refused = post("/api/reservations", Map.of("holdId", holdId), fan);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid");
        assertThat(refused.body().toString()).contains("\"field\":\"holdId\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "no-such-hold"})
    void aHoldNobodyHasHeardOfIsNotFound(String holdId) {
        Reply refused = post("/api/reservations", Map.of("holdId", holdId), fan);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1",
                "no-such-id",
                "00000000-0000-0000-0000-000000000000",
                "%ED%8F%AC%EB%8F%84",
                "%F0%9F%8D%87"
            })
    void aBookingNobodyHasHeardOfIsNotFound(String id) {
        assertThat(find(id).problem()).isEqualTo("not-found");
        assertThat(find("x".repeat(500)).status()).isEqualTo(404);
        assertThat(get("/api/reservations/" + id + "/refund", fan).problem()).isEqualTo("not-found");
        assertThat(cancel(id, null).problem()).isEqualTo("not-found");
    }

    @Test
    void somebodyElsesBookingIsNotThere() {
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        long other = fan + 1;
        assertThat(get("/api/reservations/" + id, other).status()).isEqualTo(404);
        assertThat(get("/api/reservations/" + id + "/refund", other).status()).isEqualTo(404);
        assertThat(post("/api/reservations/" + id + "/cancel", "", other).status())
                .isEqualTo(404);
        assertThat(get("/api/reservations", other).body()).isEmpty();
        assertThat(inventory.releases(held)).isEmpty();
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(get("/api/reservations", null).status()).isEqualTo(401);
        assertThat(get("/api/tickets", null).status()).isEqualTo(401);
        assertThat(post("/api/reservations", "{", null).status()).isEqualTo(401);
        assertThat(post("/api/reservations/1/cancel", "", null).problem()).isEqualTo("unauthorized");
        assertThat(get("/internal/bookings/podo-1", null).status()).isEqualTo(401);
        assertThat(get("/internal/bookings/podo-1", fan).status()).isEqualTo(401);
    }

    @Test
    void anIdInCapitalsIsEitherTheFansBookingOrNone() {
        String id = openBooking(inventory.createHold(event, fan, 1));
        assertThat(find(id.toUpperCase()).status()).isIn(200, 404);
        assertThat(get("/api/reservations/" + id.toUpperCase(), fan + 1).status())
                .isEqualTo(404);
    }

    @Test
    void aBookingLastsAsLongAsItsHold() {
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);

        inventory.stubHold(held, "HELD", held.expiresAt().plusSeconds(300));
        assertThat(Instant.parse(find(id).text("expiresAt")))
                .isEqualTo(held.expiresAt().plusSeconds(300));

        inventory.stubHold(held, "LAPSED", held.expiresAt().plusSeconds(300));
        assertThat(find(id).text("status")).isEqualTo("EXPIRED");
        assertThat(find(id).text("endedBecause")).isEqualTo("TIME_OUT");
        assertThat(open(held).body().path("status").asString()).isEqualTo("EXPIRED");
        assertThat(cancel(id, null).problem()).isEqualTo("not-cancellable");
    }

    @Test
    void theListTellsOfEachBookingWhatTheBookingTells() {
        List<String> ids = new ArrayList<>();
        for (String status : List.of("HELD", "PINNED", "RELEASED", "LAPSED", "SOLD")) {
            Held held = inventory.createHold(event, fan, 1);
            ids.add(openBooking(held));
            inventory.stubHold(held, status, held.expiresAt().plusSeconds(60));
        }

        JsonNode list = get("/api/reservations", fan).body();

        assertThat(list).hasSize(5);
        for (String id : ids) {
            assertThat(list.valueStream()
                            .filter(booking -> booking.path("id").asString().equals(id)))
                    .containsExactly(find(id).body());
        }
        assertThat(find(ids.get(2)).text("status")).isEqualTo("CANCELLED");
        assertThat(find(ids.get(2)).text("endedBecause")).isEqualTo("GIVEN_BACK");
        assertThat(cancel(ids.get(2), null).status()).as("again").isEqualTo(200);
    }

    @Test
    void aTicketIsFoundAmongAnyNumberOfDeadOrders() {
        Held paid = inventory.createHold(event, fan, 2);
        String bought = buy(paid);
        for (int i = 0; i < 205; i++) {
            Held held = inventory.createHold(event, fan, 1);
            openBooking(held);
            inventory.stubHold(held, "LAPSED", Instant.now().minusSeconds(1));
        }

        assertThat(get("/api/reservations", fan).body()).hasSize(200);
        assertThat(get("/api/reservations", fan).body().get(0).path("id").asString())
                .isEqualTo(bought);
        assertThat(get("/api/reservations", fan).header("X-Total-Count")).isEqualTo("206");
        assertThat(get("/api/reservations", fan).header("Link"))
                .contains("<?page=1>; rel=\"next\"", "<?page=1>; rel=\"last\"");
        assertThat(get("/api/reservations?page=1", fan).body()).hasSize(6);
        assertThat(get("/api/reservations?page=4&size=50", fan).body()).hasSize(6);
        assertThat(get("/api/reservations?page=4&size=50", fan).header("Link"))
                .isEqualTo("<?size=50&page=0>; rel=\"first\", <?size=50&page=3>; rel=\"prev\"");
        assertThat(get("/api/reservations?page=99", fan).body()).isEmpty();
        assertThat(get("/api/reservations?orders=true", fan).body()).hasSize(1);
        assertThat(get("/api/reservations?orders=true", fan).body().get(0).path("tickets"))
                .isEqualTo(get("/api/tickets?reservationId=" + bought, fan).body())
                .hasSize(2);
        assertThat(get("/api/reservations", fan).body().get(0).has("tickets")).isFalse();
        assertThat(get("/api/reservations?orderId=" + orderOf(paid), fan).body())
                .hasSize(1);
        assertThat(get("/api/reservations?eventId=" + (event + 1), fan).body()).isEmpty();
        assertThat(get("/api/tickets?reservationId=" + bought, fan).body()).hasSize(2);
        assertThat(get("/api/tickets?reservationId=another", fan).body()).isEmpty();
        assertThat(get("/api/tickets?page=1&size=1", fan).header("X-Total-Count"))
                .isEqualTo("2");
        for (String wrong : List.of("page=-1", "size=0", "size=201", "page=x")) {
            assertThat(get("/api/reservations?" + wrong, fan).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aBookingWhoseSeatsAreSoldIsNeverCalledExpired() {
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        inventory.stubHold(held, "SOLD", Instant.now().minusSeconds(1));
        assertThat(find(id).text("status")).isEqualTo("CHECKING");
    }

    @Test
    void aBookingCanBeLookedAtWhileTheInventoryIsAway() {
        Held held = inventory.createHold(event, fan, 1);
        String id = openBooking(held);
        inventory.stubUnavailable(held);
        assertThat(find(id).text("status")).isEqualTo("PENDING");
        assertThat(open(held).status()).isEqualTo(200);

        Held fresh = inventory.createHold(event, fan, 1);
        inventory.stubUnavailable(fresh);
        Reply away = open(fresh);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.problem()).isEqualTo("unavailable");
    }

    @Test
    void paymentIsToldWhatTheOrderCosts() {
        Held held = inventory.createHold(event, fan, 3);
        String id = openBooking(held);
        Reply order = internal("/internal/bookings/" + orderOf(held));
        assertThat(order.status()).isEqualTo(200);
        assertThat(order.text("reservationId")).isEqualTo(id);
        assertThat(order.text("holdId")).isEqualTo(held.id());
        assertThat(order.text("orderName")).isEqualTo("Podo ×3");
        assertThat(order.body().path("amount").asLong()).isEqualTo(60_000);
        assertThat(order.body().path("fanId").asLong()).isEqualTo(fan);
        assertThat(order.text("status")).isEqualTo("PENDING");
        assertThat(internal("/internal/bookings/podo-nobody").status()).isEqualTo(404);
    }

    private Reply internal(String path) {
        return send(
                HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + serviceTokens.mint("reservation")),
                null);
    }

    private long rows(String count, String id) {
        return jdbc.sql(count).param(id).query(Long.class).single();
    }

    private static List<Long> seatIds(JsonNode booking) {
        return booking.path("seats")
                .valueStream()
                .map(seat -> seat.path("id").asLong())
                .toList();
    }
}
