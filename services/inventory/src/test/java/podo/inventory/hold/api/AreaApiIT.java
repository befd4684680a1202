package podo.inventory.hold.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.hold.AreaTruth;
import podo.inventory.seat.hall.TestHalls;
import tools.jackson.databind.JsonNode;

/** Standing areas as clients see them. */
@InventoryIT
@Import(AreaTruth.class)
class AreaApiIT {

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Autowired
    private AreaTruth truth;

    private long event;
    private long pit;

    @BeforeEach
    void openHall() {
        event = halls.openWithAreas(1, 10, 4, 5, 3);
        pit = truth.areas(event).getFirst();
    }

    @Test
    void theMapTellsHowManyPlacesAreLeft() {
        JsonNode area = map().path("areas").path(0);
        assertThat(area.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "grade", "price", "capacity", "available");
        assertThat(area.path("name").asString()).isEqualTo("Pit 1");
        assertThat(area.path("price").asLong()).isEqualTo(110_000);
        assertThat(available()).isEqualTo(5);

        long fan = Api.newFan();
        String hold = holdPlaces(fan, 3).body().path("holdId").asString();
        assertThat(available()).as("never older than the last hold").isEqualTo(2);
        assertThat(state().path("areas").path(0).asInt()).isEqualTo(2);
        api.send(api.as(fan, "/api/holds/" + hold).DELETE());
        assertThat(available()).isEqualTo(5);
    }

    @Test
    void aHoldOfPlacesAndSeatsNamesEachWithItsPrice() {
        JsonNode hold = hold(
                        Api.newFan(), "{\"seatIds\":[" + SeatIds.of(event, 1) + "],\"areas\":[" + wish(pit, 2) + "]}")
                .body();

        assertThat(hold.path("seats")).hasSize(3);
        assertThat(hold.path("total").asLong()).isEqualTo(150_000 + 2 * 110_000);
        JsonNode place = hold.path("seats").path(1);
        assertThat(SeatIds.isPlace(place.path("id").asLong())).isTrue();
        assertThat(SeatIds.eventId(place.path("id").asLong())).isEqualTo(event);
        assertThat(place.path("section").asString()).isEqualTo("Pit 1");
        assertThat(place.path("row").asString()).isEmpty();
        assertThat(place.path("number").asInt()).isZero();
        assertThat(hold.path("areas").path(0).path("areaId").asLong()).isEqualTo(pit);
        assertThat(hold.path("areas").path(0).path("count").asInt()).isEqualTo(2);
    }

    @Test
    void aFullAreaRefusesWithWhatIsLeft() {
        assertThat(holdPlaces(Api.newFan(), 3).status()).isEqualTo(201);
        var refused = holdPlaces(Api.newFan(), 4);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:problem:area-full");
        assertThat(refused.body().path("left").asInt()).isEqualTo(2);
        assertThat(refused.body().path("areas").path(0).path("id").asLong()).isEqualTo(pit);
        assertThat(refused.body().path("areas").path(0).path("available").asInt())
                .isEqualTo(2);
        assertThat(holdPlaces(Api.newFan(), 2).status()).isEqualTo(201);
    }

    @Test
    void seatsAndPlacesCountAlikeAgainstTheLimit() {
        long fan = Api.newFan();
        assertThat(holdPlaces(fan, 3).status()).isEqualTo(201);
        var refused = api.hold(fan, event, SeatIds.of(event, 1), SeatIds.of(event, 2));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("urn:problem:too-many-seats");
        assertThat(holdPlaces(Api.newFan(), 5).type()).isEqualTo("urn:problem:too-many-seats");
        assertThat(api.hold(fan, event, SeatIds.of(event, 1)).status()).isEqualTo(201);
    }

    @Test
    void theSameRequestGetsTheSameHold() {
        long fan = Api.newFan();
        String body = "{\"areas\":[" + wish(pit, 2) + "]}";
        String first = hold(fan, body, "key-" + fan).body().path("holdId").asString();

        assertThat(hold(fan, body, "key-" + fan).body().path("holdId").asString())
                .isEqualTo(first);
        assertThat(truth.area(pit).taken()).isEqualTo(2);
        assertThat(hold(fan, "{\"areas\":[" + wish(pit, 1) + "]}", "key-" + fan).status())
                .isEqualTo(422);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingIsHeld() {
        long fan = Api.newFan();
        for (String body : List.of(
                "{}",
                "{\"seatIds\":[],\"areas\":[]}",
                "{\"areas\":[null]}",
                "{\"areas\":[{}]}",
                "{\"areas\":[" + wish(pit, 0) + "]}",
                "{\"areas\":[" + wish(pit, -1) + "]}",
                "{\"areas\":[" + wish(pit, 51) + "]}",
                "{\"areas\":[{\"areaId\":" + pit + ",\"count\":1.5}]}",
                "{\"areas\":[{\"areaId\":\"x\",\"count\":1}]}",
                "{\"areas\":[" + wish(pit, 1) + "," + wish(pit, 1) + "]}",
                "{\"areas\":{}}")) {
            assertThat(hold(fan, body).status()).as(body).isEqualTo(400);
        }
        assertThat(hold(fan, "{\"areas\":[" + wish(pit + 1_000_000, 1) + "]}").status())
                .as("an area of no event")
                .isEqualTo(404);
        assertThat(hold(fan, "{\"areas\":[" + wish(otherEventsArea(), 1) + "]}").status())
                .as("an area of another event")
                .isEqualTo(404);
        assertThat(hold(fan, "{\"seatIds\":[" + SeatIds.ofPlace(event, 1) + "]}")
                        .status())
                .as("a place by its id")
                .isEqualTo(404);
        var changed = hold(fan, "{\"areas\":[" + wish(pit, 1) + "],\"total\":1}");
        assertThat(changed.type()).isEqualTo("urn:problem:price-changed");
        assertThat(changed.body().path("total").asLong()).isEqualTo(110_000);
        assertThat(truth.area(pit).taken()).isZero();
    }

    @Test
    void theWaitingLineHearsOfPlacesToo() {
        holdPlaces(Api.newFan(), 2);
        JsonNode availability = api.send(api.asService("/internal/events/" + event + "/availability"))
                .body();

        assertThat(availability.path("capacity").asInt()).isEqualTo(18);
        assertThat(availability.path("free").asInt()).isEqualTo(16);
        assertThat(availability.path("held").asInt()).isEqualTo(2);
        assertThat(availability.path("areas").path(0).path("free").asInt()).isEqualTo(3);
        assertThat(availability.path("areas").path(0).path("held").asInt()).isEqualTo(2);
    }

    @Test
    void placesAreProposedWhereAGradeHasNoSeatsForSoMany() {
        for (int seat = 6; seat <= 10; seat += 2) {
            api.hold(Api.newFan(), event, SeatIds.of(event, seat));
        }
        JsonNode best = api.send(api.as(Api.newFan(), "/api/events/" + event + "/seats/best?count=4&grade=R"))
                .body();

        assertThat(best.path("seats")).isEmpty();
        assertThat(best.path("areas").path(0).path("areaId").asLong()).isEqualTo(pit);
        assertThat(best.path("areas").path(0).path("count").asInt()).isEqualTo(4);
        assertThat(best.path("total").asLong()).isEqualTo(440_000);
    }

    private long otherEventsArea() {
        return truth.areas(halls.openWithAreas(1, 1, 4, 9)).getFirst();
    }

    private static String wish(long area, int count) {
        return "{\"areaId\":" + area + ",\"count\":" + count + "}";
    }

    private Api.Answer holdPlaces(long fan, int count) {
        return hold(fan, "{\"areas\":[" + wish(pit, count) + "]}");
    }

    private Api.Answer hold(long fan, String body) {
        return hold(fan, body, null);
    }

    private Api.Answer hold(long fan, String body, @Nullable String key) {
        HttpRequest.Builder request = api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return api.send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private JsonNode map() {
        return api.send(api.as(Api.newFan(), "/api/events/" + event + "/seats")).body();
    }

    private JsonNode state() {
        return api.send(api.as(Api.newFan(), "/api/events/" + event + "/seats/state"))
                .body();
    }

    private int available() {
        return map().path("areas").path(0).path("available").asInt();
    }
}
