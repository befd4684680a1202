package podo.inventory.seat.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.Message;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.drawing.HallDrawing;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatChangePublisher;
import podo.stack.junit.TestKafka;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@InventoryIT
class HallSeatWriterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestKafka kafka = new TestKafka("event");

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StubShowPlans plans;

    @Autowired
    private HallListener hearing;

    @Autowired
    private HallBuilder builder;

    @Autowired
    private HallUpdates hallUpdates;

    @Autowired
    private Halls halls;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private HallSeatWriter seatWriter;

    @Autowired
    private SeatChangePublisher seatChanges;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Api api;

    private final long event = TestHalls.newEvent();
    private final Show show = TestHalls.show(Instant.now().plus(Duration.ofDays(30)), 4, SingleSeatPolicy.OFF);

    @Test
    void whatThePlanDrawsIsStoredWithTheHall() {
        ShowPlan seats = TestHalls.plan(event, 1, 1, 3, "1-1");
        HallDrawing drawing = new HallDrawing(
                List.of(new HallDrawing.Shape("STAGE", "무대", 0, -40, 30, 10, 0, false)),
                List.of(3),
                List.of(new HallDrawing.SeatView(2, "기둥")));
        hallUpdates.insert(event, show, Instant.now());
        seatWriter.replaceSeats(new ShowPlan(event, 1, seats.grades(), seats.seats(), null, drawing));

        Hall hall = halls.of(event);
        assertThat(hall.drawing()).isEqualTo(drawing);
        assertThat(hall.seats()).extracting(Seat::companion).containsExactly(false, false, true);
    }

    @Test
    void kindsOfTicketAreToldWithAHoldOfTheirGrade() {
        ShowPlan seats = TestHalls.plan(event, 1, 2, 3, "");
        Hall.Kind child = new Hall.Kind("Child", 75_000, null);
        Hall.Kind press = new Hall.Kind("Press", 0, "a press card");
        hallUpdates.insert(event, show, Instant.now());
        seatWriter.replaceSeats(new ShowPlan(
                event,
                1,
                List.of(
                        new ShowPlan.Grade("VIP", 150_000, List.of(child, press)),
                        new ShowPlan.Grade("R", 110_000, List.of())),
                seats.seats()));

        assertThat(halls.of(event).grades())
                .containsExactly(new Hall.Grade("VIP", 150_000, List.of(child, press)), new Hall.Grade("R", 110_000));
        JsonNode vip = factsOfHold(SeatIds.of(event, 1));
        assertThat(vip.path("total").asLong())
                .as("held at the price of the grade")
                .isEqualTo(150_000);
        assertThat(vip.path("kinds").path("VIP").findValuesAsString("name")).containsExactly("Child", "Press");
        assertThat(vip.path("kinds").path("VIP").path(1).path("proof").asString())
                .isEqualTo("a press card");
        assertThat(factsOfHold(SeatIds.of(event, 6)).path("kinds")).isEmpty();
    }

    private JsonNode factsOfHold(long seat) {
        String id = api.hold(Api.newFan(), event, seat).body().path("holdId").asString();
        return api.send(api.asService("/internal/holds/" + id).GET()).body();
    }

    @Test
    void seatsAreLaidOutOnceHoweverOftenTheShowIsPublished() {
        plans.has(TestHalls.plan(event, 1, 3, 10, ""));
        say(new EventPublished(event, show));
        say(new EventPublished(event, show));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seats()).isEqualTo(30));
        hearing.published(new EventPublished(event, show));
        builder.buildMissing();
        assertThat(seatWriter.replaceSeats(TestHalls.plan(event, 1, 3, 10, ""))).isFalse();
        assertThat(seats()).isEqualTo(30);
    }

    @Test
    void aPlanThatCannotBeHadIsAskedForAgain() {
        hearing.published(new EventPublished(event, show));
        builder.buildMissing();
        assertThat(seats()).isZero();

        plans.has(TestHalls.plan(event, 1, 3, 10, ""));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seats()).isEqualTo(30));
    }

    @Test
    void aStadiumOfFiftyThousandSeatsIsReadAtOnce() {
        plans.has(TestHalls.plan(event, 1, 250, 200, ""));
        hearing.published(new EventPublished(event, show));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state().length()).isEqualTo(50_000));
        assertThat(api.hold(Api.newFan(), event, SeatIds.of(event, 50_000)).status())
                .isEqualTo(201);
        assertThat(state()).endsWith("ah");
    }

    @Test
    void newPricesAndANewPlanAreSeenUntilSomebodyHolds() {
        plans.has(TestHalls.plan(event, 1, 3, 10, ""));
        hearing.published(new EventPublished(event, show));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).hasSize(30));

        long told = seatChanges.version(event).orElseThrow();
        plans.has(TestHalls.plan(event, 2, 4, 10, ""));
        hearing.changed(new EventChanged(event, second(show)));
        // a gap in the versions, so that an open page reads state and layout again
        assertThat(seatChanges.version(event).orElseThrow()).isGreaterThanOrEqualTo(told + 2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).hasSize(40));

        assertThat(api.hold(Api.newFan(), event, SeatIds.of(event, 40)).status())
                .isEqualTo(201);
        assertThat(seatWriter.replaceSeats(TestHalls.plan(event, 3, 1, 1, ""))).isFalse();
        assertThat(seats()).isEqualTo(40);
    }

    @Test
    void aCancelledShowSellsNothingMore() {
        plans.has(TestHalls.plan(event, 1, 1, 4, ""));
        hearing.published(new EventPublished(event, show));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo("aaaa"));
        long holder = Api.newFan();
        String held = api.hold(holder, event, SeatIds.of(event, 1))
                .body()
                .path("holdId")
                .asString();
        String pinned = api.hold(Api.newFan(), event, SeatIds.of(event, 3))
                .body()
                .path("holdId")
                .asString();
        lifecycle.pin(pinned);

        hearing.cancelled(new EventCancelled(event, "rain"));

        assertThat(state()).isEqualTo("bbbb");
        Api.Answer refused = api.hold(Api.newFan(), event, SeatIds.of(event, 2));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:problem:event-cancelled");
        assertThat(lifecycle.find(held).seenAt(Instant.now()))
                .as("the hold ends with the event")
                .isEqualTo(Hold.Status.LAPSED);
        assertThatThrownBy(() -> lifecycle.pin(held)).as("nothing is charged").isInstanceOf(HoldRefused.class);
        assertThat(lifecycle.find(pinned).seenAt(Instant.now()))
                .as("a payment in the air is settled")
                .isEqualTo(Hold.Status.PINNED);
    }

    @Test
    void noHoldOutlastsTheSaleAlsoWhenItsEndIsMoved() {
        plans.has(TestHalls.plan(event, 1, 1, 4, ""));
        hearing.published(new EventPublished(event, show));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo("aaaa"));
        String before = api.hold(Api.newFan(), event, SeatIds.of(event, 1))
                .body()
                .path("holdId")
                .asString();
        Instant end = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        transaction.executeWithoutResult(tx -> hearing.changed(new EventChanged(event, endingAt(show, end))));
        String after = api.hold(Api.newFan(), event, SeatIds.of(event, 2))
                .body()
                .path("holdId")
                .asString();

        assertThat(lifecycle.find(before).heldUntil()).isEqualTo(end);
        assertThat(lifecycle.find(after).heldUntil()).isEqualTo(end);
        assertThat(lifecycle.extend(lifecycle.find(after), null).heldUntil()).isEqualTo(end);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM seat WHERE held_until > ? AND id BETWEEN ? AND ?")
                        .params(Utc.millis(end), SeatIds.of(event, 0), SeatIds.of(event + 1, 0))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Show endingAt(Show show, Instant end) {
        return new Show(
                show.title(),
                show.venue(),
                show.organiserId(),
                show.planVersion(),
                show.startsAt(),
                show.lobbyOpensAt(),
                show.onSaleAt(),
                end,
                show.seatsPerFan(),
                show.admissionPerSecond(),
                show.admissionCap(),
                show.extensions(),
                show.singleSeatPolicy(),
                show.refundFees(),
                show.revision() + 1);
    }

    private void say(Message message) {
        kafka.send(
                message.topic(),
                message.key(),
                message.getClass().getSimpleName(),
                JsonMapper.shared().writeValueAsString(message));
    }

    private long seats() {
        return jdbc.sql("SELECT COUNT(*) FROM seat WHERE id BETWEEN ? AND ?")
                .params(SeatIds.of(event, 0), SeatIds.of(event + 1, 0))
                .query(Long.class)
                .single();
    }

    private String state() {
        return api.send(api.as(1, "/api/events/" + event + "/seats/state").GET())
                .body()
                .path("s")
                .asString();
    }

    private static Show second(Show show) {
        return new Show(
                show.title(),
                show.venue(),
                show.organiserId(),
                2,
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
                2);
    }
}
