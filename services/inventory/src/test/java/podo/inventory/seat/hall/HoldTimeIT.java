package podo.inventory.seat.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.event.EventChanged;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.HiddenCopies;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.time.HoldTimeSettings;
import tools.jackson.databind.json.JsonMapper;

/** How long seats are held: as the event says, else as this installation does, and never beyond the pass. */
@InventoryIT
class HoldTimeIT {

    private static final Show SHOW = TestHalls.show(Instant.now().plus(Duration.ofDays(30)), 4, SingleSeatPolicy.OFF);

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Autowired
    private HallListener listener;

    @Autowired
    private HoldTimeSettings usual;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anEventsHoldTimeIsThatOfItsHoldsAndOthersHaveTheUsualOne() {
        long brief = open(120);
        assertThat(secondsOf(hold(brief, 1))).isCloseTo(120, within(10L));
        assertThat(toldOf(brief)).isEqualTo(120);
        long other = open(null);
        assertThat(secondsOf(hold(other, 1))).isCloseTo(usual.time().toSeconds(), within(10L));
        assertThat(toldOf(other)).isEqualTo(usual.time().toSeconds());
    }

    @Test
    void placesOfAnAreaAreHeldAsLong() {
        long event = halls.openWithAreas(1, 4, 4, 10);
        listener.changed(new EventChanged(event, TestHalls.holding(SHOW, 120, 2)));
        long area = jdbc.sql("SELECT id FROM area WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
        long fan = Api.newFan();
        Api.Answer held = api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .POST(BodyPublishers.ofString("{\"areas\":[{\"areaId\":" + area + ",\"count\":2}]}")));
        assertThat(held.status()).isEqualTo(201);
        assertThat(secondsOf(held)).isCloseTo(120, within(10L));
    }

    @Test
    void aChangeConcernsNewHoldsOnly() {
        long event = open(null);
        Api.Answer before = hold(event, 1);
        listener.changed(new EventChanged(event, TestHalls.holding(SHOW, 120, 2)));

        assertThat(secondsOf(hold(event, 2))).isCloseTo(120, within(10L));
        assertThat(endNow(before)).isEqualTo(end(before));
        Api.Answer shortHold = hold(event, 3);
        listener.changed(new EventChanged(event, TestHalls.holding(SHOW, 600, 3)));
        assertThat(secondsOf(hold(event, 4))).isCloseTo(600, within(10L));
        assertThat(endNow(shortHold)).isEqualTo(end(shortHold));

        listener.changed(new EventChanged(event, TestHalls.holding(SHOW, null, 4)));
        assertThat(secondsOf(hold(event, 5))).isCloseTo(usual.time().toSeconds(), within(10L));
    }

    @Test
    void aLongHoldEndsBeforeItsPass() {
        long event = open(600);
        long fan = Api.newFan();
        Api.Answer held = api.send(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(5)))
                .POST(BodyPublishers.ofString("{\"seatIds\":[" + SeatIds.of(event, 1) + "]}")));
        assertThat(secondsOf(held)).isCloseTo(300 - 90, within(10L));
    }

    @Test
    void aHiddenCopyOfAnEventHasItsHoldTime() {
        long copy = HiddenCopies.idAt(Instant.now()) - 500;
        Map<String, Object> request = Map.of("eventId", open(120), "seats", 4, "seatsPerFan", 2);
        String path = "/internal/hidden-copies/" + copy;
        assertThat(api.send(api.asService(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(request))))
                        .status())
                .isEqualTo(201);
        assertThat(jdbc.sql("SELECT hold_seconds FROM hall WHERE event_id = ?")
                        .param(copy)
                        .query(Integer.class)
                        .single())
                .isEqualTo(120);
        api.send(api.asService(path).DELETE());
    }

    private long open(@Nullable Integer holdSeconds) {
        return halls.open(1, 10, TestHalls.holding(SHOW, holdSeconds, 1), "");
    }

    private Api.Answer hold(long event, int seq) {
        Api.Answer held = api.hold(Api.newFan(), event, SeatIds.of(event, seq));
        assertThat(held.status()).isEqualTo(201);
        return held;
    }

    private static long secondsOf(Api.Answer held) {
        return ChronoUnit.SECONDS.between(Instant.now(), end(held)) + 1;
    }

    private Instant endNow(Api.Answer held) {
        String id = held.body().path("holdId").asString();
        return end(api.send(api.asService("/internal/holds/" + id).GET()));
    }

    /** As it is stored. */
    private static Instant end(Api.Answer held) {
        return Instant.parse(held.body().path("expiresAt").asString()).truncatedTo(ChronoUnit.MILLIS);
    }

    private long toldOf(long event) {
        return api.send(api.asService("/internal/events/" + event + "/availability")
                        .GET())
                .body()
                .path("holdSeconds")
                .asLong();
    }
}
