package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.reservation.BookingCancelled;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.jdbc.Utc;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fan chooses kinds of ticket between hold and payment; what is paid is the server's sum, and what goes back is what was paid. */
@TestPropertySource(properties = "podo.give-back.every=200ms")
class KindsOfTicketIT extends BookingFixture {

    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);

    @Autowired
    private ServiceTokens serviceTokens;

    private Held held;
    private String id;

    @BeforeEach
    void holdThreeSeatsThatAreSoldAsSeveralKinds() {
        publish(Instant.now().plus(Duration.ofHours(1)), new RefundFee(1_000, 10));
        held = inventory.createHold(event, fan, 3);
        inventory.stubKinds(held);
        id = openBooking(held);
    }

    @Test
    void whatIsChosenIsWhatIsPaidAndEveryAnswerSaysIt() {
        JsonNode before = find(id).body();
        assertThat(before.path("amount").asLong()).isEqualTo(60_000);
        assertThat(before.path("kinds").path("R")).hasSize(3);
        assertThat(before.path("seats").path(0).path("kind").isMissingNode()).isTrue();

        Reply chosen = choose(fan, choice(1, "Child"), choice(2, "Student"));

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body().path("amount").asLong()).isEqualTo(10_000 + 5_000 + 7_000);
        JsonNode student = find(id).body().path("seats").path(2);
        assertThat(student.path("price").asLong()).isEqualTo(7_000);
        assertThat(student.path("usualPrice").asLong()).isEqualTo(30_000);
        assertThat(student.path("kind").asString()).isEqualTo("Student");
        assertThat(student.path("proof").asString()).isEqualTo("a student card");
        assertThat(order().path("amount").asLong()).isEqualTo(22_000);
        assertThat(choose(fan, choice(2, "")).body().path("amount").asLong()).isEqualTo(45_000);
    }

    @Test
    void whatIsWrongIsSaidAtItsSeatAndNothingIsChosen() {
        Reply wrong = choose(fan, choice(0, "Child"), choice(1, "Senior"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("fields").path(0).path("field").asString()).isEqualTo("seats[1].kind");
        assertThat(put(Map.of("seats", List.of(Map.of("seatId", 1, "kind", "Child"))), fan)
                        .body()
                        .path("fields")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("seats[0].seatId");
        assertThat(put(Map.of(), fan).status()).isEqualTo(400);
        assertThat(put(Map.of("seats", List.of()), fan).status()).isEqualTo(400);
        assertThat(choose(fan + 1, choice(0, "Child")).status()).isEqualTo(404);
        assertThat(find(id).body().path("amount").asLong()).isEqualTo(60_000);
    }

    @Test
    void onceThePaymentIsOpenedTheSumStays() {
        choose(fan, choice(0, "Child"));
        assertThat(fixSum().path("amount").asLong()).isEqualTo(55_000);
        assertThat(fixSum().path("choosable").asBoolean()).isFalse();

        assertThat(choose(fan, choice(0, "Press")).problem()).isEqualTo("sum-fixed");
        JsonNode booking = find(id).body();
        assertThat(booking.path("amount").asLong()).isEqualTo(55_000);
        assertThat(booking.path("sumFixed").asBoolean()).isTrue();
        assertThat(booking.has("kinds")).isFalse();
    }

    /** Whoever comes first: the payment never opens with another sum than the booking keeps. */
    @Test
    void choosingAndPayingAtOnceLeaveOneSum() throws Exception {
        for (int round = 0; round < 10; round++) {
            held = inventory.createHold(event, fan, 3);
            inventory.stubKinds(held);
            id = openBooking(held);
            try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Reply>> choices = IntStream.range(0, 4)
                        .mapToObj(tab -> tabs.submit((Callable<Reply>) () ->
                                choose(fan, choice(tab % 3, tab % 2 == 0 ? "Child" : "Press"))))
                        .toList();
                long opened = tabs.submit(this::fixSum).get().path("amount").asLong();
                for (Future<Reply> choice : choices) {
                    Reply reply = choice.get();
                    assertThat(reply.status()).as("%s", reply.body()).isIn(200, 409);
                }
                assertThat(find(id).body().path("amount").asLong()).isEqualTo(opened);
                assertThat(find(id).body()
                                .path("seats")
                                .valueStream()
                                .mapToLong(seat -> seat.path("price").asLong())
                                .sum())
                        .isEqualTo(opened);
            }
        }
    }

    @Test
    void aLapsedHoldHasNothingToChooseAnyMore() {
        inventory.stubHold(held, "LAPSED", Instant.now().minusSeconds(1));
        assertThat(choose(fan, choice(0, "Child")).problem()).isEqualTo("hold-lapsed");
    }

    @Test
    void aRefundGivesBackThePriceThatWasPaidForEachSeat() {
        choose(fan, choice(1, "Child"), choice(2, "Press"));
        fixSum();
        confirm(held);
        assertThat(get(
                                "/api/reservations/" + id + "/refund?seatIds="
                                        + held.seatIds().get(1),
                                fan)
                        .body()
                        .path("refund")
                        .asLong())
                .isEqualTo(4_500);

        cancel(id, held.seatIds().subList(1, 3));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !kafka().cancellationsOf(orderOf(held)).isEmpty());
        BookingCancelled asked = kafka().cancellationsOf(orderOf(held)).getFirst();
        assertThat(asked.refundAmount()).isEqualTo(4_500);
        assertThat(asked.fee()).isEqualTo(500);
    }

    @Test
    void ticketDoorAndExportSayTheKind() {
        choose(fan, choice(0, "Student"));
        confirm(held);
        JsonNode ticket = get("/api/tickets", fan)
                .body()
                .valueStream()
                .filter(one ->
                        one.path("seat").path("id").asLong() == held.seatIds().getFirst())
                .findFirst()
                .orElseThrow();
        assertThat(ticket.path("seat").path("kind").asString()).isEqualTo("Student");
        assertThat(ticket.path("seat").path("proof").asString()).isEqualTo("a student card");
        JsonNode lines = asOrganiser("/order-lines").path("lines");
        assertThat(lines.valueStream().map(line -> line.path("kind").asString("usual")))
                .containsExactlyInAnyOrder("Student", "usual", "usual");
        JsonNode shown = sendAs(
                        HttpRequest.newBuilder(at("/api/checkins"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                                        .writeValueAsString(Map.of(
                                                "code", ticket.path("code").asString(), "gate", "A")))),
                        ORGANISER)
                .body();
        assertThat(shown.path("seat").path("kind").asString()).isEqualTo("Student");
        assertThat(shown.path("seat").path("proof").asString()).isEqualTo("a student card");
    }

    /** Not at the price of the grade, at which the inventory holds it for the next fan. */
    @Test
    void aSeatThatIsOfferedBackIsSoldAgainAsTheSameKindAtThePriceThatWasPaid() {
        inventory.stubGiveBacks();
        choose(fan, choice(2, "Student"));
        confirm(held);
        long next = fan + 1;
        long seat = held.seatIds().get(2);
        jdbc.sql("INSERT INTO seat_wish (event_id, fan_id, number, asked_at) VALUES (?, ?, 1, ?)")
                .params(event, next, Utc.millis(Instant.now()))
                .update();
        String given = post("/api/reservations/" + id + "/give-backs", Map.of("seatIds", List.of(seat)), fan)
                .body()
                .path(0)
                .path("id")
                .asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !get("/api/give-backs", next).body().path("offers").isEmpty());
        JsonNode offer = get("/api/give-backs", next).body().path("offers").path(0);
        assertThat(offer.path("price").asLong()).isEqualTo(7_000);
        assertThat(offer.path("seat").path("kind").asString()).isEqualTo("Student");

        Held bought = inventory.offered(offer.path("holdId").asString(), event, next, seat, given);
        JsonNode booking = get("/api/reservations/" + openBooking(bought), next).body();

        assertThat(booking.path("amount").asLong()).isEqualTo(7_000);
        assertThat(booking.path("seats").path(0).path("kind").asString()).isEqualTo("Student");
        assertThat(booking.path("seats").path(0).path("usualPrice").asLong()).isEqualTo(10_000);
        assertThat(booking.has("kinds")).isFalse();
    }

    private void confirm(Held bought) {
        kafka().send(approved(bought));
        kafka().send(sold(bought));
        awaitStatus(id, fan, "CONFIRMED");
    }

    private Map<String, Object> choice(int seat, String kind) {
        return Map.of("seatId", held.seatIds().get(seat), "kind", kind);
    }

    @SafeVarargs
    private Reply choose(long who, Map<String, Object>... choices) {
        return put(Map.of("seats", List.of(choices)), who);
    }

    private Reply put(Object body, long who) {
        return send(
                HttpRequest.newBuilder(at("/api/reservations/" + id + "/kinds"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(body))),
                who);
    }

    private JsonNode order() {
        return internal("/internal/bookings/" + orderOf(held), false);
    }

    private JsonNode fixSum() {
        return internal("/internal/bookings/" + orderOf(held) + "/sum", true);
    }

    private JsonNode internal(String path, boolean post) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + serviceTokens.mint("reservation"));
        return send(post ? request.POST(HttpRequest.BodyPublishers.noBody()) : request, null)
                .body();
    }

    private JsonNode asOrganiser(String path) {
        return sendAs(HttpRequest.newBuilder(at("/api/organiser/events/" + event + path)), ORGANISER)
                .body();
    }
}
