package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.event.ShowChange;
import podo.event.EventIT;
import podo.event.show.change.HallClient;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** A change of a published event is in force when the inventory accepts it, or the event stays as it was. */
class EventChangeIT extends EventIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ServiceTokens services;

    private String organiser;
    private Map<String, Object> body;
    private long event;
    private String path;

    @BeforeEach
    void publish() {
        organiser = organiser();
        body = eventBody(smallVenue(organiser));
        event = post(organiser, "/api/events", body).id();
        path = "/api/events/" + event;
        post(organiser, path + "/publish", Map.of());
    }

    private Answer reprice(long vip) {
        body.put(
                "grades",
                List.of(
                        grade("VIP", vip, Map.of("section", "Main", "toRow", "A")),
                        grade("R", 66_000, Map.of("section", "Main", "fromRow", "B"))));
        return put(organiser, path, body);
    }

    private long advertised() {
        return get(path).body().path("grades").path(0).path("price").asLong();
    }

    @Test
    void aChangeThatTheInventoryAcceptsIsInForceWhenAnswered() {
        assertThat(reprice(50_000).status()).isEqualTo(200);
        assertThat(advertised()).isEqualTo(50_000);
        assertThat(reprice(99_000).status()).isEqualTo(200);
        assertThat(advertised()).isEqualTo(99_000);

        assertThat(decisions.questions(event))
                .extracting(question -> question.show().revision())
                .containsExactly(2, 3);
        assertThat(decisions
                        .questions(event)
                        .getFirst()
                        .plan()
                        .grades()
                        .getFirst()
                        .price())
                .isEqualTo(50_000);
        await().atMost(PATIENCE).until(() -> inventory.received(event).size() == 3);
        assertThat(inventory.received(event))
                .satisfiesExactly(
                        first -> assertThat(((EventPublished) first).show().revision())
                                .isEqualTo(1),
                        second -> assertThat(((EventChanged) second).show().revision())
                                .isEqualTo(2),
                        third -> assertThat(((EventChanged) third).show().revision())
                                .isEqualTo(3));
    }

    @Test
    void theHoldTimeIsAskedOfTheInventoryAndChangesWhateverIsHeldOrSold() {
        assertThat(get(path).body().path("holdSeconds").isNull()).isTrue();
        body.put("holdSeconds", 120);
        Answer changed = put(organiser, path, body);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("holdSeconds").asInt()).isEqualTo(120);
        assertThat(get(path).body().path("holdSeconds").asInt()).isEqualTo(120);
        HallClient.HallQuestion asked = decisions.questions(event).getLast();
        assertThat(asked.show().holdSeconds()).isEqualTo(120);
        assertThat(asked.plan()).isNull();
        assertThat(asked.whileFree()).isEmpty();
        assertThat(asked.whileUnsold()).isEmpty();
        await().atMost(PATIENCE).until(() -> inventory.received(event).size() == 2);
        EventChanged told = (EventChanged) inventory.received(event).getLast();
        assertThat(told.show().holdSeconds()).isEqualTo(120);
        assertThat(told.change()).as("what buyers are told").isNull();

        body.put("holdSeconds", 601);
        Answer refused = put(organiser, path, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("holdSeconds");
        assertThat(get(path).body().path("holdSeconds").asInt()).isEqualTo(120);

        body.remove("holdSeconds");
        assertThat(put(organiser, path, body).body().path("holdSeconds").isNull())
                .isTrue();
        assertThat(decisions.questions(event).getLast().show().holdSeconds()).isNull();
    }

    @Test
    void aRefusedChangeChangesNothingAndSaysWhyAtItsField() {
        body.put("startsAt", Instant.parse(body.get("startsAt").toString()).plus(Duration.ofDays(7)));
        decisions.refuses(event, "seats-held");
        Answer refused = put(organiser, path, body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("urn:problem:seats-held");
        assertThat(refused.fields()).containsExactly("startsAt");
        assertThat(refused.body().path("fields").path(0).path("message").asString())
                .contains("holding seats");
        assertThat(decisions.questions(event).getLast().whileFree()).containsExactly("startsAt");

        decisions.refuses(event, "grade-held");
        assertThat(reprice(50_000).fields()).containsExactly("grades");
        decisions.refuses(event, "already-sold");
        assertThat(reprice(50_000).problem()).isEqualTo("urn:problem:already-sold");
        assertThat(advertised()).isEqualTo(99_000);

        decisions.accepts(event);
        assertThat(reprice(50_000).status()).isEqualTo(200);
    }

    @Test
    void aLostAnswerIsAskedForAgainUntilItIsKnown() {
        decisions.losesItsAnswer(event);
        assertThat(reprice(50_000).status()).isEqualTo(503);
        assertThat(advertised()).isEqualTo(99_000);
        assertThat(reprice(70_000).problem()).isEqualTo("urn:problem:change-running");

        decisions.accepts(event);

        await().atMost(PATIENCE).until(() -> advertised() == 50_000);
        assertThat(reprice(70_000).status()).isEqualTo(200);
        assertThat(decisions.questions(event).stream()
                        .map(question -> question.show().revision())
                        .distinct())
                .containsExactly(2, 3);
    }

    @Test
    void aLostRefusalLeavesTheEventAsItWas() {
        decisions.losesItsAnswer(event);
        assertThat(reprice(50_000).status()).isEqualTo(503);
        decisions.refuses(event, "grade-held");
        await().atMost(PATIENCE).until(() -> reprice(50_000).problem().equals("urn:problem:grade-held"));
        assertThat(advertised()).isEqualTo(99_000);
    }

    @Test
    void anEventThatIsCancelledDuringAChangeStaysCancelled() {
        decisions.does(event, () -> post(organiser, path + "/cancel", Map.of()));
        reprice(50_000);
        assertThat(get(path).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void anotherChangeDuringAChangeIsRefused() {
        AtomicReference<Answer> second = new AtomicReference<>();
        decisions.does(event, () -> second.set(put(organiser, path, body)));
        assertThat(reprice(50_000).status()).isEqualTo(200);
        assertThat(second.get().problem()).isEqualTo("urn:problem:change-running");
    }

    @Test
    void aDraftIsChangedWithoutTheInventory() {
        long draft = post(organiser, "/api/events", body).id();
        body.put("title", "Another title");
        assertThat(put(organiser, "/api/events/" + draft, body).text("title")).isEqualTo("Another title");
        assertThat(decisions.questions(draft)).isEmpty();
    }

    @Test
    void aSaleThatHasBegunKeepsItsStart() {
        body.put("onSaleAt", Instant.now().plus(Duration.ofDays(1)));
        Answer onSale = put(organiser, path, body);
        assertThat(onSale.status()).isEqualTo(409);
        assertThat(onSale.problem()).isEqualTo("urn:problem:line-open");
        assertThat(onSale.fields()).contains("onSaleAt");
        assertThat(get(path).text("status")).isEqualTo("ON_SALE");
    }

    @Test
    void whileFansAreInTheLobbyTheSaleMovesButTheLobbyIsNotClosedAgain() {
        Instant now = Instant.now();
        body.put("onSaleAt", now.plus(Duration.ofMinutes(20)));
        body.put("lobbyOpensAt", now.minus(Duration.ofMinutes(5)));
        String lobby = "/api/events/" + post(organiser, "/api/events", body).id();
        post(organiser, lobby + "/publish", Map.of());
        body.put("onSaleAt", now.plus(Duration.ofMinutes(40)));
        assertThat(put(organiser, lobby, body).text("status")).isEqualTo("LOBBY");
        body.put("lobbyOpensAt", now.plus(Duration.ofMinutes(10)));
        assertThat(put(organiser, lobby, body).fields()).containsExactly("lobbyOpensAt");
        body.put("lobbyOpensAt", now.minus(Duration.ofMinutes(5)));
        body.put("onSaleAt", now.minusSeconds(1));
        assertThat(put(organiser, lobby, body).text("status")).isEqualTo("ON_SALE");
    }

    @Test
    void beforeTheLineOpensTheSaleMovesFreely() {
        body.put("onSaleAt", Instant.now().plus(Duration.ofDays(2)));
        long later = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + later + "/publish", Map.of());
        body.put("onSaleAt", Instant.now().plus(Duration.ofDays(1)));
        assertThat(put(organiser, "/api/events/" + later, body).status()).isEqualTo(200);
        Show show = decisions.questions(later).getFirst().show();
        assertThat(show.onSaleAt()).isBefore(Instant.now().plus(Duration.ofHours(25)));
    }

    @Test
    void buyersAreToldWhatWasAndWhatIs() {
        String before = get(path).text("startsAt");
        Instant later = Instant.parse(before).plus(Duration.ofHours(2));
        body.put("startsAt", later);
        body.put("description", "Another evening");
        body.put("notice", Map.of("note", "The band is late."));

        Answer changed = put(organiser, path, body);

        assertThat(changed.status()).isEqualTo(200);
        ShowChange told = lastChange();
        assertThat(told.fields())
                .containsExactly(
                        new ShowChange.Field("startsAt", before, later.toString()),
                        new ShowChange.Field("description", "", ""));
        assertThat(told.note()).isEqualTo("The band is late.");
        assertThat(told.freeUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(7)).minus(PATIENCE),
                        Instant.now().plus(Duration.ofDays(7)));
        JsonNode shown = get(path).body().path("changes").path(0);
        assertThat(shown.path("fields").path(0).path("before").asString()).isEqualTo(before);
        assertThat(shown.path("note").asString()).isEqualTo("The band is late.");
        assertThat(decisions.questions(event).getLast().whileUnsold()).isEmpty();
    }

    @Test
    void doorsAndNotesAreKeptAndToldAndDoorsOpenBeforeTheShow() {
        Instant start = Instant.parse(get(path).text("startsAt"));
        body.put("doorsAt", start.minus(Duration.ofHours(1)));
        body.put("notes", "No large bags.");
        Answer changed = put(organiser, path, body);
        assertThat(changed.text("doorsAt"))
                .isEqualTo(start.minus(Duration.ofHours(1)).toString());
        assertThat(get(path).text("notes")).isEqualTo("No large bags.");
        assertThat(lastChange().fields())
                .containsExactly(
                        new ShowChange.Field("doorsAt", "", changed.text("doorsAt")),
                        new ShowChange.Field("notes", "", ""));
        body.put("doorsAt", start.plusSeconds(1));
        assertThat(put(organiser, path, body).fields()).containsExactly("doorsAt");
    }

    @Test
    void aPriceIsNothingThatBuyersAreToldOf() {
        reprice(50_000);
        assertThat(lastChange()).isNull();
        assertThat(get(path).body().path("changes")).isEmpty();
    }

    @Test
    void freeCancellationEndsWithTheStartAndLastsADay() {
        body.put("startsAt", Instant.parse(get(path).text("startsAt")).plus(Duration.ofHours(2)));
        body.put("notice", Map.of("freeUntil", Instant.now().plus(Duration.ofHours(2))));
        Answer tooShort = put(organiser, path, body);
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(tooShort.fields()).containsExactly("notice.freeUntil");
        body.put("notice", Map.of("freeUntil", Instant.now().plus(Duration.ofDays(60))));
        assertThat(put(organiser, path, body).fields()).containsExactly("notice.freeUntil");
        body.put("notice", Map.of("freeUntil", Instant.now().plus(Duration.ofDays(3))));
        assertThat(put(organiser, path, body).status()).isEqualTo(200);
        assertThat(lastChange().freeUntil()).isBefore(Instant.now().plus(Duration.ofDays(4)));
    }

    @Test
    void whatHurtsBuyersIsAskedAboutAndRefusedAtItsField() {
        body.put("seatsPerFan", 2);
        body.put("refundFees", List.of(Map.of("daysBefore", 30, "percent", 100)));
        decisions.refuses(event, "already-sold");
        Answer refused = put(organiser, path, body);
        assertThat(refused.problem()).isEqualTo("urn:problem:already-sold");
        assertThat(refused.fields()).containsExactly("seatsPerFan", "refundFees");
        assertThat(refused.body().path("fields").path(0).path("message").asString())
                .contains("can’t change any more");
        decisions.refuses(event, "grade-sold");
        assertThat(reprice(50_000).problem()).isEqualTo("urn:problem:grade-sold");
        assertThat(reprice(50_000).fields()).containsExactly("grades");
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndChangesNothing() {
        int seen = get(path).body().path("version").asInt();
        body.put("version", seen);
        body.put("title", "First");
        Answer first = put(organiser, path, body);
        assertThat(first.body().path("version").asInt()).isEqualTo(seen + 1);
        body.put("title", "Second");
        Answer second = put(organiser, path, body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("urn:problem:changed-meanwhile");
        assertThat(second.body().path("version").asInt()).isEqualTo(seen + 1);
        assertThat(get(path).text("title")).isEqualTo("First");
        body.put("version", seen + 1);
        assertThat(put(organiser, path, body).text("title")).isEqualTo("Second");
        body.remove("version");
        body.put("title", "Third");
        assertThat(put(organiser, path, body).text("title")).isEqualTo("Third");
    }

    private ShowChange lastChange() {
        await().atMost(PATIENCE).until(() -> inventory.received(event).getLast() instanceof EventChanged);
        return ((EventChanged) inventory.received(event).getLast()).change();
    }

    @Test
    void theAuditorReadsWhatIsAdvertisedAndWhatWas() {
        reprice(50_000);
        Answer answer = get(services.mint("event"), "/internal/audit/prices");
        assertThat(answer.body()
                        .valueStream()
                        .filter(row -> row.path("eventId").asLong() == event)
                        .flatMap(row -> row.path("history").valueStream())
                        .filter(row -> row.path("grade").asString().equals("VIP"))
                        .map(row -> row.path("price").asLong()))
                .containsExactly(99_000L, 50_000L);
    }
}
