package podo.inventory.seat.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change of prices, grades, hall or rules against holds in every state: in force for everybody at once, or refused. */
@InventoryIT
class HallChangesIT {

    private static final long OLD = 150_000;
    private static final long NEW = 200_000;

    @Autowired
    private TestHalls halls;

    @Autowired
    private HallListener listener;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Api api;

    private final JsonMapper json = JsonMapper.shared();
    private final Instant startsAt = Instant.now().plus(Duration.ofDays(30));
    private long event;
    private int revision = 1;

    @BeforeEach
    void openHall() {
        event = halls.open(2, 4);
    }

    @Test
    void aNewPriceIsInForceWhenAnsweredAndAHeldSeatKeepsItsOwn() {
        long fan = Api.newFan();
        String hold = held(fan, 1);

        assertThat(ask(prices(NEW))).isEqualTo("applied");

        assertThat(mapPrice(2)).isEqualTo(NEW);
        assertThat(availablePrice()).isEqualTo(NEW);
        assertThat(api.hold(Api.newFan(), event, seat(2)).body().path("total").asLong())
                .isEqualTo(NEW);
        for (String path : List.of("/api/holds/" + hold, "/internal/holds/" + hold)) {
            JsonNode body = api.send((path.startsWith("/api") ? api.as(fan, path) : api.asService(path)).GET())
                    .body();
            assertThat(body.path("total").asLong()).isEqualTo(OLD);
            assertThat(body.path("seats").path(0).path("price").asLong()).isEqualTo(OLD);
        }
        api.send(api.as(fan, "/api/holds/" + hold).DELETE());
        assertThat(api.hold(Api.newFan(), event, seat(1)).body().path("total").asLong())
                .isEqualTo(NEW);
        assertThat(ask(prices(OLD))).isEqualTo("applied");
        assertThat(mapPrice(2)).isEqualTo(OLD);
    }

    @Test
    void aLapsedSeatHasTheNewPriceAndAPinnedOneItsOwn() {
        long fan = Api.newFan();
        String pinned = held(fan, 1);
        pin(pinned);
        held(Api.newFan(), 2);
        lapse(2);

        assertThat(ask(prices(NEW))).isEqualTo("applied");

        assertThat(api.hold(Api.newFan(), event, seat(2)).body().path("total").asLong())
                .isEqualTo(NEW);
        assertThat(api.send(api.asService("/internal/holds/" + pinned).GET())
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(OLD);
    }

    @Test
    void anotherHallIsRefusedWhileASeatIsHeldOrItsPaymentIsInTheAir() {
        long fan = Api.newFan();
        String hold = held(fan, 1);
        HallChange otherHall = new HallChange(show(2), TestHalls.plan(event, 2, 3, 4, ""), List.of("venueId"));

        assertThat(ask(otherHall)).isEqualTo("seats-held");
        pin(hold);
        lapse(1);
        assertThat(ask(otherHall)).isEqualTo("seats-held");
        api.send(api.asService("/internal/holds/" + hold + "/pin").DELETE());
        assertThat(ask(otherHall)).isEqualTo("applied");
        assertThat(map().path("seats").size()).isEqualTo(12);
    }

    @Test
    void theGradeOfAHeldSeatKeepsItsNameUntilTheSeatIsFree() {
        long fan = Api.newFan();
        String hold = held(fan, 1);
        HallChange renamed = new HallChange(show(2), graded("Royal", "R"), List.of());

        assertThat(ask(renamed)).isEqualTo("grade-held");
        assertThat(ask(new HallChange(show(2), graded("VIP", "Floor"), List.of())))
                .isEqualTo("applied");
        api.send(api.as(fan, "/api/holds/" + hold).DELETE());
        assertThat(ask(renamed)).isEqualTo("applied");
        assertThat(map().path("seats").path(0).path("grade").asString()).isEqualTo("Royal");
    }

    @Test
    void noHoldOutlastsASaleWhoseEndIsMoved() {
        String hold = held(Api.newFan(), 1);
        Instant end = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        assertThat(ask(new HallChange(show(1, 4, end), null, List.of()))).isEqualTo("applied");

        String expiresAt = api.send(api.asService("/internal/holds/" + hold).GET())
                .body()
                .path("expiresAt")
                .asString();
        assertThat(Instant.parse(expiresAt)).isEqualTo(end);
    }

    @Test
    void blockedSeatsStayBlocked() {
        String body = "{\"seatIds\":[" + seat(4) + "],\"blocked\":true}";
        api.send(api.asOrganiser(TestHalls.ORGANISER, "/api/events/" + event + "/seats/blocks")
                .PUT(BodyPublishers.ofString(body)));

        assertThat(ask(prices(NEW))).isEqualTo("applied");

        assertThat(map().path("seats").path(3).path("status").asString()).isEqualTo("BLOCKED");
    }

    @Test
    void aQuestionIsDecidedOnceHoweverOftenAndLateItComes() {
        long fan = Api.newFan();
        String hold = held(fan, 1);
        HallChange otherHall = numbered(new HallChange(show(2), TestHalls.plan(event, 2, 3, 4, ""), List.of()));
        HallChange newPrice = numbered(prices(NEW));

        assertThat(send(otherHall)).isEqualTo("seats-held");
        api.send(api.as(fan, "/api/holds/" + hold).DELETE());
        assertThat(send(otherHall)).isEqualTo("seats-held");
        assertThat(send(newPrice)).isEqualTo("applied");
        assertThat(send(newPrice)).isEqualTo("applied");
        assertThat(send(otherHall)).isEqualTo("outdated");
        listener.changed(new EventChanged(event, otherHall.show()));
        assertThat(mapPrice(1)).isEqualTo(NEW);
    }

    @Test
    void rulesOfAnOlderMessageNeverOverwriteNewerOnes() {
        HallChange fewer = numbered(new HallChange(show(1, 2, startsAt), null, List.of()));
        HallChange more = numbered(new HallChange(show(1, 3, startsAt), null, List.of()));
        assertThat(send(more)).isEqualTo("applied");

        listener.changed(new EventChanged(event, fewer.show()));
        listener.published(new EventPublished(event, fewer.show()));

        assertThat(jdbc.sql("SELECT seats_per_fan FROM hall WHERE event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(api.hold(Api.newFan(), event, seat(1), seat(2), seat(3)).status())
                .isEqualTo(201);
        assertThat(api.hold(Api.newFan(), event, seat(4), seat(5), seat(6), seat(7))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nothingIsHeldBeforeTheSale() {
        Show later = new Show(
                "A show",
                "A hall",
                TestHalls.ORGANISER,
                1,
                startsAt,
                startsAt,
                startsAt.minusSeconds(60),
                startsAt,
                4,
                50,
                1_000,
                2,
                SingleSeatPolicy.OFF,
                List.of(),
                2);
        assertThat(send(new HallChange(later, null, List.of()))).isEqualTo("applied");

        Api.Answer refused = api.hold(Api.newFan(), event, seat(1));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:problem:not-on-sale");
    }

    @Test
    void thePriceThatTheFanReadIsThePriceOfTheHold() {
        assertThat(ask(prices(NEW))).isEqualTo("applied");
        long fan = Api.newFan();

        Api.Answer refused = holdFor(fan, OLD);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:problem:price-changed");
        assertThat(refused.body().path("total").asLong()).isEqualTo(NEW);
        assertThat(holdFor(fan, NEW).status()).isEqualTo(201);
    }

    /** Holds and changes at the same time: each hold has the price that the map had at one moment, and none is left half changed. */
    @Test
    void holdsDuringChangesHaveOneOfThePrices() throws Exception {
        long big = halls.open(20, 10);
        event = big;
        List<Callable<Api.Answer>> fans = IntStream.rangeClosed(1, 60)
                .<Callable<Api.Answer>>mapToObj(seq -> () -> api.hold(Api.newFan(), big, seat(seq)))
                .toList();
        List<Callable<Api.Answer>> all = Stream.concat(
                        fans.stream(), IntStream.range(0, 6).<Callable<Api.Answer>>mapToObj(i -> () -> {
                            ask(new HallChange(show(2 + i), repriced(big, 20, 10, i % 2 == 0 ? NEW : OLD), List.of()));
                            return api.send(
                                    api.as(1, "/api/events/" + big + "/seats").GET());
                        }))
                .toList();
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (var answer : pool.invokeAll(all).subList(0, 60)) {
                assertThat(answer.get().status()).as("%s", answer.get().body()).isEqualTo(201);
                assertThat(answer.get().body().path("total").asLong()).isIn(OLD, NEW);
                assertThat(answer.get()
                                .body()
                                .path("seats")
                                .path(0)
                                .path("price")
                                .asLong())
                        .isEqualTo(answer.get().body().path("total").asLong());
            }
        }
        assertThat(mapPrice(61)).isEqualTo(availablePrice());
    }

    @Test
    void onceASeatIsSoldPricesAndTimesStillChangeAndWhatIsHeldKeepsItsSum() {
        sell(5);
        long fan = Api.newFan();
        String hold = held(fan, 1);
        ShowPlan repriced = repriced(event, 2, 4, NEW);

        HallChange moved = new HallChange(
                show(2, 4, startsAt.plus(Duration.ofHours(2))), repriced, List.of("startsAt"), List.of());
        assertThat(ask(moved)).isEqualTo("applied");

        assertThat(mapPrice(2)).isEqualTo(NEW);
        assertThat(api.send(api.asService("/internal/holds/" + hold).GET())
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(OLD);
        assertThat(holdFor(Api.newFan(), OLD).status()).isEqualTo(409);
        assertThat(map().path("seats").path(4).path("status").asString()).isEqualTo("SOLD");
    }

    @Test
    void onceASeatIsSoldWhatHurtsItsBuyerStays() {
        sell(5);
        HallChange otherHall =
                new HallChange(show(2), TestHalls.plan(event, 2, 3, 4, ""), List.of("venueId"), List.of("venueId"));
        assertThat(ask(otherHall)).isEqualTo("already-sold");
        assertThat(ask(new HallChange(show(1, 2, startsAt), null, List.of(), List.of("seatsPerFan"))))
                .isEqualTo("already-sold");
        assertThat(ask(new HallChange(show(2), graded("VIP", "Floor"), List.of(), List.of())))
                .isEqualTo("grade-sold");
        assertThat(ask(prices(NEW))).isEqualTo("already-sold"); // an event service that tells no buyers
        held(Api.newFan(), 1);
        assertThat(ask(new HallChange(show(2), graded("Royal", "R"), List.of(), List.of())))
                .isEqualTo("grade-held");
        assertThat(mapPrice(1)).isEqualTo(OLD);
    }

    @Test
    void aSeatThatAnOrderWasMovedAwayFromKeepsTheGradeThatWasPaidFor() {
        sell(5);
        jdbc.sql("UPDATE sold_seat SET held_as = ? WHERE seat_id = ?")
                .params(seat(1), seat(5))
                .update();
        assertThat(ask(new HallChange(show(2), graded("Royal", "R"), List.of(), List.of())))
                .isEqualTo("grade-sold");
    }

    private void sell(int seq) {
        jdbc.sql("UPDATE seat SET status = 'S' WHERE id = ?").param(seat(seq)).update();
        jdbc.sql("INSERT INTO sold_seat (seat_id, hold_id, order_id, sold_at) VALUES (?, ?, 'podo-sold', '2026-01-01')")
                .params(seat(seq), UUID.randomUUID().toString())
                .update();
    }

    private synchronized HallChange numbered(HallChange change) {
        revision++;
        Show s = change.show();
        return new HallChange(
                new Show(
                        s.title(),
                        s.venue(),
                        s.organiserId(),
                        s.planVersion(),
                        s.startsAt(),
                        s.lobbyOpensAt(),
                        s.onSaleAt(),
                        s.salesEndAt(),
                        s.seatsPerFan(),
                        s.admissionPerSecond(),
                        s.admissionCap(),
                        s.extensions(),
                        s.singleSeatPolicy(),
                        s.refundFees(),
                        revision),
                change.plan(),
                change.whileFree(),
                change.whileUnsold());
    }

    private synchronized String ask(HallChange change) {
        return send(numbered(change));
    }

    private String send(HallChange change) {
        Api.Answer answer = api.send(api.asService("/internal/events/" + event + "/hall")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(change))));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode refusal = answer.body().path("refusal");
        return refusal.isString() ? refusal.asString() : "applied";
    }

    private HallChange prices(long vip) {
        return new HallChange(show(2), repriced(event, 2, 4, vip), List.of());
    }

    private static ShowPlan repriced(long eventId, int rows, int seatsPerRow, long vip) {
        ShowPlan plan = TestHalls.plan(eventId, 2, rows, seatsPerRow, "");
        return new ShowPlan(
                eventId, 2, List.of(new ShowPlan.Grade("VIP", vip), new ShowPlan.Grade("R", 110_000)), plan.seats());
    }

    private ShowPlan graded(String first, String second) {
        List<ShowPlan.Place> seats = TestHalls.plan(event, 2, 2, 4, "").seats().stream()
                .map(place -> new ShowPlan.Place(
                        place.seq(),
                        place.section(),
                        place.row(),
                        place.number(),
                        place.grade().equals("VIP") ? first : second,
                        place.accessible(),
                        place.x(),
                        place.y()))
                .toList();
        return new ShowPlan(
                event, 2, List.of(new ShowPlan.Grade(first, OLD), new ShowPlan.Grade(second, 110_000)), seats);
    }

    private Show show(int planVersion) {
        return show(planVersion, 4, startsAt);
    }

    private static Show show(int planVersion, int seatsPerFan, Instant startsAt) {
        return new Show(
                "A show",
                "A hall",
                TestHalls.ORGANISER,
                planVersion,
                startsAt,
                Instant.now(),
                Instant.now(),
                startsAt,
                seatsPerFan,
                50,
                1_000,
                2,
                SingleSeatPolicy.OFF,
                List.of(),
                0);
    }

    private String held(long fan, int seq) {
        return api.hold(fan, event, seat(seq)).body().path("holdId").asString();
    }

    private Api.Answer holdFor(long fan, long total) {
        return api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .POST(BodyPublishers.ofString("{\"seatIds\":[" + seat(1) + "],\"total\":" + total + "}")));
    }

    private void pin(String hold) {
        api.send(api.asService("/internal/holds/" + hold + "/pin").POST(BodyPublishers.noBody()));
    }

    /** Lets the time of the seat's hold be over. */
    private void lapse(int seq) {
        jdbc.sql("""
                        UPDATE seat s JOIN hold h ON h.id = s.hold_id
                        SET s.held_until = '2026-01-01', h.held_until = '2026-01-01' WHERE s.id = ?
                        """).param(seat(seq)).update();
    }

    private long seat(int seq) {
        return TestHalls.seats(event, seq).getFirst();
    }

    private JsonNode map() {
        return api.send(api.as(1, "/api/events/" + event + "/seats").GET()).body();
    }

    private long mapPrice(int seq) {
        return map().path("seats").path(seq - 1).path("price").asLong();
    }

    private long availablePrice() {
        return api.send(api.asService("/internal/events/" + event + "/availability")
                        .GET())
                .body()
                .path("grades")
                .path(0)
                .path("price")
                .asLong();
    }
}
