package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.event.EventIT;
import tools.jackson.databind.JsonNode;

/** A show has dates: each is an event with its own sale, and names the others. */
class PerformancesIT extends EventIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(20));

    @Autowired
    JdbcClient jdbc;

    private String organiser;
    private Map<String, Object> body;
    private long first;

    @BeforeEach
    void publishAnEvent() {
        organiser = organiser();
        body = eventBody(smallVenue(organiser));
        body.put("startsAt", START);
        body.put("salesEndAt", START.minus(Duration.ofHours(1)));
        body.put("doorsAt", START.minus(Duration.ofMinutes(30)));
        body.put("notes", "Bring grapes");
        body.put("minimumAge", 12);
        body.put("holdSeconds", 120);
        body.put("texts", List.of(Map.of("language", "en", "title", "Grapes")));
        first = post(organiser, "/api/events", body).id();
        publish(first);
    }

    private void publish(long event) {
        assertThat(post(organiser, "/api/events/" + event + "/publish", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> on(Instant start) {
        return new HashMap<>(Map.of("startsAt", start));
    }

    private Answer add(String by, long event, List<?> dates) {
        return post(by, "/api/events/" + event + "/performances", Map.of("performances", dates));
    }

    private List<Long> added(Instant... starts) {
        List<Map<String, Object>> dates = new ArrayList<>();
        for (Instant start : starts) {
            dates.add(on(start));
        }
        Answer answer = add(organiser, first, dates);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().valueStream().map(date -> date.path("id").asLong()).toList();
    }

    private static Instant days(int later) {
        return START.plus(Duration.ofDays(later));
    }

    private JsonNode others(String by, String path) {
        return get(by, path).body().path("otherDates");
    }

    @Test
    void aDateIsADraftThatSaysWhatTheEventSays() {
        jdbc.sql("INSERT INTO event_poster (event_id, digest, width, jpeg, created_at) VALUES (?, ?, 600, 'x', NOW(3))")
                .params(first, "a".repeat(32))
                .update();
        jdbc.sql("UPDATE event SET poster = ? WHERE id = ?")
                .params("a".repeat(32), first)
                .update();
        Map<String, Object> date = on(days(1));
        date.put("doorsAt", days(1).minus(Duration.ofHours(2)));
        date.put("onSaleAt", Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS));
        Answer answer = add(organiser, first, List.of(on(days(7)), date));
        assertThat(answer.body().findValuesAsString("status")).containsExactly("DRAFT", "DRAFT");

        JsonNode shown = get(organiser, "/api/events/" + first + "?mine=true").body();
        JsonNode week = get(
                        organiser,
                        "/api/events/" + answer.body().path(0).path("id").asLong() + "?mine=true")
                .body();
        for (String same :
                List.of("title", "description", "grades", "notes", "minimumAge", "holdSeconds", "texts", "onSaleAt")) {
            assertThat(week.path(same)).as(same).isEqualTo(shown.path(same));
        }
        assertThat(week.path("startsAt").asString()).isEqualTo(days(7).toString());
        assertThat(week.path("salesEndAt").asString())
                .isEqualTo(days(7).minus(Duration.ofHours(1)).toString());
        assertThat(week.path("doorsAt").asString())
                .isEqualTo(days(7).minus(Duration.ofMinutes(30)).toString());
        String poster = week.path("poster").path("small").asString();
        assertThat(poster).contains("a".repeat(32));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM event_poster WHERE event_id = ?")
                        .param(week.path("id").asLong())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        JsonNode own = get(
                        organiser,
                        "/api/events/" + answer.body().path(1).path("id").asLong() + "?mine=true")
                .body();
        assertThat(own.path("doorsAt").asString()).isEqualTo(date.get("doorsAt").toString());
        assertThat(own.path("onSaleAt").asString())
                .isEqualTo(date.get("onSaleAt").toString());
        assertThat(own.path("seriesId").asLong()).isEqualTo(first);
    }

    @Test
    void fansSeeThePublishedDatesAndTheTeamItsDraftsToo() {
        List<Long> dates = added(days(1), days(2));
        String path = "/api/events/" + first;
        assertThat(others("", path)).isEmpty();
        assertThat(others(organiser, path))
                .as("what is kept for fans names no draft")
                .isEmpty();
        assertThat(others(organiser, path + "?mine=true").findValuesAsString("status"))
                .containsExactly("DRAFT", "DRAFT");

        publish(dates.get(1));
        JsonNode seen = others("", path);
        assertThat(seen.findValuesAsString("id")).containsExactly(dates.get(1).toString());
        assertThat(seen.path(0).path("startsAt").asString()).isEqualTo(days(2).toString());
        assertThat(seen.path(0).path("status").asString()).isEqualTo("ON_SALE");
        assertThat(others("", "/api/events/" + dates.get(1)).path(0).path("id").asLong())
                .isEqualTo(first);
    }

    @Test
    void aDateIsChangedAndCancelledAlone() {
        long second = added(days(1)).getFirst();
        publish(second);
        String path = "/api/events/" + first;
        assertThat(others("", path)).hasSize(1);
        Map<String, Object> moved = new HashMap<>(body);
        moved.put("startsAt", days(1).plus(Duration.ofHours(2)));
        moved.put("title", "Later");
        assertThat(put(organiser, "/api/events/" + second, moved).status()).isEqualTo(200);
        assertThat(others("", path).path(0).path("startsAt").asString())
                .isEqualTo(days(1).plus(Duration.ofHours(2)).toString());
        assertThat(get(path).text("title")).isEqualTo(body.get("title"));

        post(organiser, "/api/events/" + second + "/cancel", Map.of());
        assertThat(others("", path).path(0).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(get(path).text("status")).isEqualTo("ON_SALE");
        assertThat(delete(organiser, "/api/events/" + second).status()).isEqualTo(200);
        assertThat(others("", path)).as("withdrawn").isEmpty();
    }

    @Test
    void aGroupedListHasOneEntryForAllDatesOfAShow() {
        String mark = "grouped" + first;
        List<Long> dates = added(days(1), days(2));
        dates.forEach(this::publish);
        for (long event : List.of(first, dates.get(0), dates.get(1))) {
            Map<String, Object> named = new HashMap<>(body);
            named.put("title", mark);
            named.put(
                    "startsAt",
                    event == first ? START : days(dates.indexOf(event) + 1).truncatedTo(ChronoUnit.SECONDS));
            assertThat(put(organiser, "/api/events/" + event, named).status()).isEqualTo(200);
        }
        String list = "/api/events?query=" + mark;
        assertThat(get(list).body().path("content")).hasSize(3);
        JsonNode grouped = get(list + "&grouped=true").body();
        assertThat(grouped.path("page").path("totalElements").asInt()).isEqualTo(1);
        assertThat(grouped.path("content").size()).isEqualTo(1);
        assertThat(grouped.path("content").path(0).path("id").asLong()).isEqualTo(first);
        assertThat(grouped.path("content").path(0).path("otherDates")).hasSize(2);

        JsonNode later = get(list + "&grouped=true&from=" + days(2)).body().path("content");
        assertThat(later.findValuesAsString("seriesId")).hasSize(1);
        assertThat(later.path(0).path("id").asLong()).isEqualTo(dates.get(1));
        post(organiser, "/api/events/" + first + "/cancel", Map.of());
        assertThat(get(list + "&grouped=true")
                        .body()
                        .path("content")
                        .path(0)
                        .path("id")
                        .asLong())
                .as("a date that can be booked comes first")
                .isEqualTo(dates.get(0));
    }

    @Test
    void datesStandTogetherInTheTeamsList() {
        long alone =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        List<Long> dates = added(days(2), days(1));
        List<Long> listed = get(organiser, "/api/events?mine=true")
                .body()
                .path("content")
                .valueStream()
                .map(event -> event.path("id").asLong())
                .toList();
        assertThat(listed).containsExactly(alone, first, dates.get(1), dates.get(0));
    }

    @Test
    void wrongDatesAreRefusedAtTheirFieldAndNothingIsAdded() {
        Instant past = Instant.now().minus(Duration.ofDays(1));
        Map<String, Object> doorsLate = on(days(3));
        doorsLate.put("doorsAt", days(4));
        Answer refused = add(
                organiser, first, List.of(on(past), on(days(1)), on(days(1)), on(START), doorsLate, on(Instant.MAX)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields())
                .contains(
                        "performances[0].startsAt",
                        "performances[2].startsAt",
                        "performances[3].startsAt",
                        "performances[4].doorsAt",
                        "performances[5].startsAt")
                .doesNotContain("performances[1].startsAt");
        assertThat(add(organiser, first, List.of()).fields()).containsExactly("performances");
        assertThat(add(organiser, first, List.of(Map.of())).fields()).containsExactly("performances[0].startsAt");
        Answer many = add(
                organiser,
                first,
                IntStream.rangeClosed(1, 61).mapToObj(day -> on(days(day))).toList());
        assertThat(many.fields()).containsExactly("performances");
        assertThat(many.body().toString()).contains("60");
        assertThat(others(organiser, "/api/events/" + first + "?mine=true")).isEmpty();
    }

    @Test
    void othersEventsAndCancelledOnesGetNoDates() {
        assertThat(add(organiser(), first, List.of(on(days(1)))).status()).isEqualTo(404);
        assertThat(add(organiser, 987654321, List.of(on(days(1)))).status()).isEqualTo(404);
        assertThat(add(fan(), first, List.of(on(days(1)))).status()).isEqualTo(403);
        assertThat(add("", first, List.of(on(days(1)))).status()).isEqualTo(401);
        post(organiser, "/api/events/" + first + "/cancel", Map.of());
        assertThat(add(organiser, first, List.of(on(days(1)))).problem()).isEqualTo("urn:problem:event-cancelled");
    }

    @Test
    void aCancelledDateCanBePlayedAgain() {
        long second = added(days(1)).getFirst();
        publish(second);
        post(organiser, "/api/events/" + second + "/cancel", Map.of());
        assertThat(added(days(1))).hasSize(1);
    }
}
