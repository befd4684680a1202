package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.inventory.SeatsReturned;
import podo.contracts.inventory.SeatsSold;
import podo.event.EventIT;
import podo.event.show.sales.SoldSeatCounts;
import podo.event.show.terms.RefundFees;

class EventDeskIT extends EventIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Autowired
    SoldSeatCounts soldSeats;

    @Autowired
    Catalogue catalogue;

    private List<EventMessage> awaitMessages(long event, int count) {
        await().atMost(TIMEOUT).until(() -> inventory.received(event).size() == count);
        return inventory.received(event);
    }

    private void sell(long event, String hold, int... seqs) {
        inventory.send(new SeatsSold(event, hold, "podo-" + hold, ids(event, seqs)));
    }

    private void giveBack(long event, String hold, int... seqs) {
        inventory.send(new SeatsReturned(event, hold, "podo-" + hold, ids(event, seqs)));
    }

    private static List<Long> ids(long event, int... seqs) {
        return Arrays.stream(seqs).mapToObj(seq -> SeatIds.of(event, seq)).toList();
    }

    @Test
    void aDraftIsItsOrganisersAloneUntilItIsPublished() {
        String organiser = organiser();
        Map<String, Object> body = eventBody(smallVenue(organiser));
        Answer draft = post(organiser, "/api/events", body);
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        String path = "/api/events/" + draft.id();
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get(fan(), path).status()).isEqualTo(404);
        assertThat(get(organiser(), path).status()).isEqualTo(404);
        assertThat(get(organiser, path).status()).isEqualTo(200);

        Answer published = post(organiser, path + "/publish", Map.of());
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.text("status")).isEqualTo("ON_SALE");
        Answer seen = get(path);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("title")).isEqualTo(body.get("title"));
        assertThat(seen.body().path("capacity").asInt()).isEqualTo(6);
        assertThat(seen.body().path("seatsPerFan").asInt()).isEqualTo(4);
        assertThat(seen.body().path("grades").findValuesAsString("name")).containsExactly("VIP", "R");
    }

    @Test
    void publishingTwiceSendsOneMessage() {
        String organiser = organiser();
        long event = published(organiser);
        assertThat(post(organiser, "/api/events/" + event + "/publish", Map.of())
                        .status())
                .isEqualTo(200);
        put(organiser, "/api/events/" + event, eventBody(smallVenue(organiser)));
        assertThat(awaitMessages(event, 2))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(EventPublished.class),
                        second -> assertThat(second).isInstanceOf(EventChanged.class));
        Show show = ((EventPublished) inventory.received(event).getFirst()).show();
        assertThat(show.planVersion()).isEqualTo(1);
        assertThat(show.singleSeatPolicy()).isEqualTo(Show.SingleSeatPolicy.WARN);
        assertThat(show.refundFees()).isEqualTo(RefundFees.STANDARD);
        assertThat(((EventChanged) inventory.received(event).getLast()).show().planVersion())
                .isEqualTo(2);
    }

    @Test
    void anEditIsSeenAtOnceAndKeepsThePlanVersionWhenNoSeatChanges() {
        String organiser = organiser();
        long venue = smallVenue(organiser);
        Map<String, Object> body = eventBody(venue);
        long event = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + event + "/publish", Map.of());
        get("/api/events/" + event);

        body.put("title", "Another title of " + event);
        assertThat(put(organiser, "/api/events/" + event, body).status()).isEqualTo(200);
        assertThat(get("/api/events/" + event).text("title")).isEqualTo("Another title of " + event);
        assertThat(get("/api/events?query=" + event).body().path("content").findValuesAsString("title"))
                .contains("Another title of " + event);
        assertThat(get("/api/events/" + event).body().path("planVersion").asInt())
                .isEqualTo(1);
    }

    @Test
    void anEventWithSoldSeatsKeepsItsHallAndCanOnlyBeCancelled() {
        String organiser = organiser();
        long event = published(organiser);
        String path = "/api/events/" + event;
        sell(event, "h-1-" + event, 1, 2);
        await().atMost(TIMEOUT).until(() -> soldSeats.everSold(event));

        Answer changed = put(organiser, path, eventBody(smallVenue(organiser)));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.problem()).isEqualTo("urn:problem:already-sold");
        assertThat(changed.fields()).containsExactly("venueId");
        assertThat(delete(organiser, path).problem()).isEqualTo("urn:problem:already-sold");

        Answer cancelled = post(organiser, path + "/cancel", Map.of("reason", "The singer is ill"));
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(get(path).text("status")).isEqualTo("CANCELLED");
        assertThat(post(organiser, path + "/cancel", Map.of()).status()).isEqualTo(200);
        assertThat(awaitMessages(event, 2).getLast()).isEqualTo(new EventCancelled(event, "The singer is ill"));
        assertThat(post(organiser, path + "/publish", Map.of()).problem()).isEqualTo("urn:problem:event-cancelled");
    }

    @Test
    void anEventIsLiveFromItsPublicationUntilADayAfterOrItsCancellation() throws ParseException {
        String organiser = organiser();
        post(organiser, "/api/events", eventBody(smallVenue(organiser)));
        long event = published(organiser);
        long owner = JWTParser.parse(organiser).getJWTClaimsSet().getSubject().transform(Long::parseLong);
        assertThat(catalogue.idsOf(owner)).hasSize(2);
        assertThat(catalogue.liveIdsOf(owner)).containsExactly(event);
        sell(event, "h-live-" + event, 1);
        await().atMost(TIMEOUT).until(() -> soldSeats.everSold(event));
        post(organiser, "/api/events/" + event + "/cancel", Map.of());
        assertThat(catalogue.liveIdsOf(owner)).isEmpty();
    }

    @Test
    void aMovedSeatCountsOnceAndItsReturnUnderTheNewNumberIsCounted() {
        long event = published(organiser());
        String hold = "h-moved-" + event;
        sell(event, hold, 1, 2);
        await().atMost(TIMEOUT).until(() -> soldSeats.taken(event) == 2);
        SeatsMoved moved = new SeatsMoved(
                event,
                hold,
                "podo-" + hold,
                "m-" + event,
                List.of(new SeatsMoved.Move(SeatIds.of(event, 1), SeatIds.of(event, 5), "A", "1", 5, "VIP")));
        inventory.send(moved);
        inventory.send(moved);

        giveBack(event, hold, 5);

        await().atMost(TIMEOUT).until(() -> soldSeats.taken(event) == 1);
        giveBack(event, hold, 1, 5);
        giveBack(event, hold, 2);
        await().atMost(TIMEOUT).until(() -> soldSeats.taken(event) == 0);
    }

    @Test
    void withdrawingDeletesADraftAndCancelsAPublishedEvent() {
        String organiser = organiser();
        long draft =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        assertThat(post(organiser, "/api/events/" + draft + "/cancel", Map.of()).problem())
                .isEqualTo("urn:problem:not-published");
        assertThat(delete(organiser, "/api/events/" + draft).status()).isEqualTo(200);
        assertThat(get(organiser, "/api/events/" + draft).status()).isEqualTo(404);

        long event = published(organiser);
        assertThat(delete(organiser, "/api/events/" + event).text("status")).isEqualTo("CANCELLED");
        assertThat(get("/api/events/" + event).text("status")).isEqualTo("CANCELLED");
        assertThat(awaitMessages(event, 2).getLast()).isInstanceOf(EventCancelled.class);
        assertThat(listedIds("?size=100")).as("never sold and withdrawn").doesNotContain(event);
        assertThat(get(organiser, "/api/events?mine=true").body().toString()).contains("\"id\":" + event);
    }

    private List<Long> listedIds(String query) {
        return get("/api/events" + query)
                .body()
                .path("content")
                .valueStream()
                .map(listed -> listed.path("id").asLong())
                .toList();
    }

    @Test
    void nobodyElseChangesAnEvent() {
        String organiser = organiser();
        long event = published(organiser);
        String path = "/api/events/" + event;
        Map<String, Object> body = eventBody(smallVenue(organiser));
        assertThat(post("", "/api/events", body).status()).isEqualTo(401);
        assertThat(post(fan(), "/api/events", body).status()).isEqualTo(403);
        assertThat(put(fan(), path, body).status()).isEqualTo(403);
        assertThat(delete(fan(), path).status()).isEqualTo(403);
        assertThat(put(organiser(), path, body).status()).isEqualTo(404);
        assertThat(delete(organiser(), path).status()).isEqualTo(404);
        assertThat(post(organiser(), path + "/cancel", Map.of()).status()).isEqualTo(404);
        assertThat(put(organiser, "/api/events/999999999", body).status()).isEqualTo(404);
    }

    @Test
    void anotherOrganisersVenueAndAnUnknownVenueAreRefused() {
        assertThat(post(organiser(), "/api/events", eventBody(smallVenue(organiser())))
                        .fields())
                .containsExactly("venueId");
        assertThat(post(organiser(), "/api/events", eventBody(999_999_999)).fields())
                .containsExactly("venueId");
    }

    @Test
    void everyInvalidFieldIsNamed() {
        String organiser = organiser();
        long venue = smallVenue(organiser);
        assertThat(post(organiser, "/api/events", Map.of()).fields())
                .contains("title", "venueId", "startsAt", "onSaleAt", "grades");
        assertThat(refused(organiser, venue, "seatsPerFan", 11)).containsExactly("seatsPerFan");
        for (Object holdSeconds : List.of(59, 601, 0, -120)) {
            assertThat(refused(organiser, venue, "holdSeconds", holdSeconds)).containsExactly("holdSeconds");
        }
        assertThat(refused(organiser, venue, "title", "t".repeat(201))).containsExactly("title");
        assertThat(refused(organiser, venue, "startsAt", Instant.now().minusSeconds(60)))
                .contains("startsAt");
        assertThat(refused(organiser, venue, "startsAt", "+900000000-01-01T00:00:00Z"))
                .contains("startsAt");
        assertThat(refused(organiser, venue, "onSaleAt", Instant.now().plus(Duration.ofDays(31))))
                .contains("onSaleAt");
        assertThat(refused(organiser, venue, "lobbyOpensAt", Instant.now())).containsExactly("lobbyOpensAt");
        assertThat(refused(organiser, venue, "salesEndAt", Instant.now().plus(Duration.ofDays(31))))
                .containsExactly("salesEndAt");
        assertThat(refused(
                        organiser,
                        venue,
                        "refundFees",
                        List.of(Map.of("daysBefore", 5, "percent", 50), Map.of("daysBefore", 1, "percent", 10))))
                .containsExactly("refundFees");
        assertThat(refused(
                        organiser,
                        venue,
                        "grades",
                        List.of(grade("VIP", 99_000, Map.of("section", "Main", "toRow", "A")))))
                .containsExactly("grades");
        assertThat(refused(
                        organiser,
                        venue,
                        "grades",
                        List.of(
                                grade("VIP", 99_000, Map.of("section", "Main")),
                                grade("R", 99, Map.of("section", "Main")))))
                .containsExactly("grades[1].price");
    }

    private List<String> refused(String organiser, long venue, String field, Object value) {
        Map<String, Object> body = eventBody(venue);
        body.put(field, value);
        Answer refused = post(organiser, "/api/events", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("urn:problem:invalid");
        return refused.fields();
    }

    @Test
    void soldAndReturnedSeatsCountOnceInAnyOrderOfMessages() {
        long event = published(organiser());
        String path = "/api/events/" + event;
        giveBack(event, "late-" + event, 6);
        sell(event, "late-" + event, 6);
        for (int i = 0; i < 3; i++) {
            sell(event, "a-" + event, 1, 2, 3);
            sell(event, "b-" + event, 4, 5);
        }
        await().atMost(TIMEOUT).until(() -> soldSeats.taken(event) == 5);
        sell(event, "c-" + event, 6);
        await().atMost(TIMEOUT).until(() -> get(path).text("status").equals("SOLD_OUT"));
        giveBack(event, "a-" + event, 2);
        giveBack(event, "a-" + event, 2);
        await().atMost(TIMEOUT).until(() -> get(path).text("status").equals("ON_SALE"));
        assertThat(soldSeats.taken(event)).isEqualTo(5);
    }

    @Test
    void blockedSeatsCannotBeBoughtSoWithoutThemTheEventIsSoldOut() {
        long event = published(organiser());
        String path = "/api/events/" + event;
        sell(event, "a-" + event, 1, 2, 3, 4);
        inventory.send(new SeatBlocksChanged(event, 2, 2, 0));
        inventory.send(new SeatBlocksChanged(event, 2, 2, 0));
        await().atMost(TIMEOUT).until(() -> get(path).text("status").equals("SOLD_OUT"));
        inventory.send(new SeatBlocksChanged(event, 1, 1, 0));
        sell(event, "b-" + event, 5);
        await().atMost(TIMEOUT).until(() -> soldSeats.taken(event) == 7);
        assertThat(get(path).text("status")).as("a late message counts nothing").isEqualTo("SOLD_OUT");

        inventory.send(new SeatBlocksChanged(event, 3, 0, 2));
        await().atMost(TIMEOUT).until(() -> get(path).text("status").equals("ON_SALE"));
    }

    @Test
    void eightSimultaneousPublicationsSendOneMessage() {
        String organiser = organiser();
        long event =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        IntStream.range(0, 8).parallel().forEach(i -> post(organiser, "/api/events/" + event + "/publish", Map.of()));
        delete(organiser, "/api/events/" + event);
        assertThat(awaitMessages(event, 2)).hasSize(2);
    }
}
