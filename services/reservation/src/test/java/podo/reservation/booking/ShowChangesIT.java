package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.EventChanged;
import podo.contracts.event.Show;
import podo.contracts.event.Show.RefundFee;
import podo.contracts.event.ShowChange;
import podo.contracts.event.ShowChange.Field;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.BuyerTold;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.booking.notice.ChangeNotices;
import podo.reservation.show.KnownShow;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import tools.jackson.databind.JsonNode;

/** Buyers of a changed show are told once, and can cancel without a fee for a while. */
class ShowChangesIT extends BookingFixture {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NEXT_YEAR = Instant.parse("2031-05-05T10:00:00Z");
    private static final RefundFee HALF = new RefundFee(10_000, 50);

    @Autowired
    ChangeNotices notices;

    private int revision = 1;

    @Test
    void aBuyerIsToldOnceOfAllThatChangedInAShortTime() {
        publish(NEXT_YEAR, HALF);
        Held held = inventory.createHold(event, fan, 2);
        String id = buy(held);

        EventChanged moved = change(moved(2), Instant.now(), "It rains.", null);
        kafka().send(moved);
        kafka().send(moved);
        kafka().send(change(new Field("title", "A", "B"), Instant.now(), null, null));

        await().atMost(SOON).until(() -> told(held).size() == 1);
        JsonNode changes = find(id).body().path("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.path(0).path("note").asString()).isEqualTo("It rains.");
        assertThat(changes.path(0).path("fields").findValuesAsString("name")).containsExactly("startsAt", "title");
        assertThat(told(held).getFirst().changeId())
                .isEqualTo(changes.path(0).path("id").asLong());
        assertThat(find(id).body().path("event").path("startsAt").asString())
                .isEqualTo(NEXT_YEAR.plus(Duration.ofHours(2)).toString());
        assertThat(notices.ofBooking(id)).hasSize(1);

        kafka().send(change(moved(4), Instant.now(), null, null));
        await().atMost(SOON).until(() -> told(held).size() == 2);
        assertThat(find(id).body().path("changes")).hasSize(2);
    }

    @Test
    void whoHoldsTicketsThatAnotherPaidIsToldOnceOfEachChange() {
        publish(NEXT_YEAR, HALF);
        Held held = inventory.createHold(event, fan, 3);
        buy(held);
        Held own = inventory.createHold(event, fan, 1);
        buy(own);
        List<Long> given = held.seatIds().subList(0, 2);
        jdbc.sql("UPDATE ticket SET fan_id = :holder WHERE seat_id IN (:seats)")
                .param("holder", fan + 1)
                .param("seats", given)
                .update();

        kafka().send(change(moved(2), Instant.now(), null, null));
        await().atMost(SOON).until(() -> kafka().toldOf(event).size() == 2);
        await().atMost(SOON).until(() -> !kafka().holdersToldOf(event).isEmpty());
        assertThat(kafka().holdersToldOf(event)).singleElement().satisfies(told -> {
            assertThat(told.holderId()).isEqualTo(fan + 1);
            assertThat(told.orderId()).isEqualTo(orderOf(held));
            assertThat(told.seatIds()).isEqualTo(given);
        });

        jdbc.sql("UPDATE ticket SET valid = FALSE WHERE seat_id = ?")
                .param(given.getFirst())
                .update();
        kafka().send(change(moved(4), Instant.now(), null, null));
        await().atMost(SOON).until(() -> kafka().holdersToldOf(event).size() == 2);
        assertThat(kafka().holdersToldOf(event).getLast().seatIds()).containsExactly(given.getLast());
    }

    @Test
    void whoeverBookedBeforeAndPaysAfterwardsIsToldToo() {
        publish(NEXT_YEAR, HALF);
        Held early = inventory.createHold(event, fan, 1);
        buy(early);
        Held late = inventory.createHold(event, fan, 1);
        String open = openBooking(late);
        kafka().send(change(moved(2), Instant.now(), null, null));
        await().atMost(SOON).until(() -> told(early).size() == 1);
        assertThat(told(late)).isEmpty();

        kafka().send(approved(late));
        kafka().send(sold(late));
        awaitStatus(open, fan, "CONFIRMED");

        await().atMost(SOON).until(() -> told(late).size() == 1);
        assertThat(told(early)).hasSize(1);
    }

    @Test
    void aMovedShowIsGivenBackWithoutAFeeForAWhileAndThePreviewSaysTheSame() {
        publish(NEXT_YEAR, HALF);
        Held held = inventory.createHold(event, fan, 2);
        String id = buy(held);
        assertThat(preview(id).path("fee").asLong()).isEqualTo(held.total() / 2);

        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(7));
        kafka().send(change(moved(2), Instant.now(), null, end));

        await().atMost(SOON).until(() -> preview(id).path("fee").asLong() == 0);
        assertThat(preview(id).path("refund").asLong()).isEqualTo(held.total());
        assertThat(Instant.parse(preview(id).path("freeUntil").asString())).isEqualTo(end);
        assertThat(cancel(id, null).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> !kafka().cancellationsOf(orderOf(held)).isEmpty());
        BookingCancelled asked = kafka().cancellationsOf(orderOf(held)).getFirst();
        assertThat(asked.refundAmount()).isEqualTo(held.total());
        assertThat(asked.fee()).isZero();
        assertThat(asked.reason()).contains("changed");
    }

    @Test
    void theFeesHoldAgainAfterwardsAndForWhoeverBooksLater() {
        publish(NEXT_YEAR, HALF);
        Held held = inventory.createHold(event, fan, 2);
        String id = buy(held);
        Instant longAgo = Instant.now().minus(Duration.ofDays(8));
        kafka().send(change(moved(2), longAgo, null, Instant.now().plus(Duration.ofDays(1))));
        awaitStart(2);
        assertThat(preview(id).path("fee").asLong()).isEqualTo(held.total() / 2);
        assertThat(find(id).body().path("changes")).isEmpty();
        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT told FROM show_change WHERE event_id = ?")
                        .param(event)
                        .query(Boolean.class)
                        .single());

        kafka().send(change(moved(4), Instant.now(), null, Instant.now().minusSeconds(1)));
        awaitStart(4);
        assertThat(preview(id).path("fee").asLong()).isEqualTo(held.total() / 2);
        assertThat(preview(id).path("freeUntil").isNull()).isTrue();
    }

    @Test
    void theDoorFollowsTheNewTimeAndTheCodeStays() {
        Instant soon = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        publish(soon);
        buy(inventory.createHold(event, fan, 1));
        String code = code();
        moveTo(soon, soon.plus(Duration.ofDays(2)));
        assertThat(checkIn(code)).isEqualTo("NOT_YET");
        moveTo(soon.plus(Duration.ofDays(2)), soon.plus(Duration.ofHours(2)));
        assertThat(code()).isEqualTo(code);
        assertThat(checkIn(code)).isEqualTo("VALID");
    }

    private String code() {
        return get("/api/tickets", fan).body().path(0).path("code").asString();
    }

    private String checkIn(String code) {
        HttpRequest.Builder scan = HttpRequest.newBuilder(at("/api/checkins"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\",\"gate\":\"A\"}"));
        return sendAs(scan, Fan.of(fan + 5, Role.DOOR)).text("result");
    }

    private void moveTo(Instant before, Instant after) {
        kafka().send(change(
                new Field(ShowChange.STARTS_AT, before.toString(), after.toString()), Instant.now(), null, null));
        await().atMost(SOON)
                .until(() -> shows.find(event).orElseThrow().startsAt().equals(after));
    }

    @Test
    void manyBuyersAreToldInParts() {
        publish(NEXT_YEAR, HALF);
        for (int i = 0; i < 450; i++) {
            jdbc.sql("""
                    INSERT INTO booking (id, order_id, hold_id, event_id, fan_id, amount, state, expires_at, pass_id, created_at, version)
                    VALUES (?, ?, ?, ?, 1, 1, 'CONFIRMED', '2026-01-01', 'p', '2026-01-01', 0)
                    """)
                    .params(
                            UUID.randomUUID().toString(),
                            "podo-" + event + "-" + i,
                            UUID.randomUUID().toString(),
                            event)
                    .update();
        }
        kafka().send(change(moved(2), Instant.now(), null, null));
        await().atMost(SOON).until(() -> kafka().toldOf(event).size() >= 450);
        assertThat(kafka().toldOf(event)).extracting(BuyerTold::orderId).doesNotHaveDuplicates();
        assertThat(jdbc.sql(
                                "SELECT COUNT(DISTINCT told_at) FROM change_notice n JOIN show_change c ON c.id = n.change_id WHERE c.event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private List<BuyerTold> told(Held held) {
        return kafka().toldOf(event).stream()
                .filter(told -> told.orderId().equals(orderOf(held)))
                .toList();
    }

    private JsonNode preview(String id) {
        return get("/api/reservations/" + id + "/refund", fan).body();
    }

    private void awaitStart(int hoursLater) {
        await().atMost(SOON)
                .until(() -> shows.find(event)
                        .map(KnownShow::startsAt)
                        .orElseThrow()
                        .equals(NEXT_YEAR.plus(Duration.ofHours(hoursLater))));
    }

    private static Field moved(int hours) {
        return new Field(
                ShowChange.STARTS_AT,
                NEXT_YEAR.toString(),
                NEXT_YEAR.plus(Duration.ofHours(hours)).toString());
    }

    private EventChanged change(Field field, Instant at, @Nullable String note, @Nullable Instant freeUntil) {
        revision++;
        Instant start = field.name().equals(ShowChange.STARTS_AT)
                ? Instant.parse(field.after())
                : NEXT_YEAR.plus(Duration.ofHours(2));
        Show show = show(start, HALF);
        Show numbered = new Show(
                show.title(),
                show.venue(),
                show.organiserId(),
                show.planVersion(),
                show.startsAt(),
                show.lobbyOpensAt(),
                show.onSaleAt(),
                show.salesEndAt(),
                show.seatsPerFan(),
                show.admissionPerSecond(),
                show.admissionCap(),
                show.extensions(),
                show.singleSeatPolicy(),
                show.refundFees(),
                revision);
        return new EventChanged(event, numbered, new ShowChange(at, List.of(field), note, freeUntil));
    }
}
