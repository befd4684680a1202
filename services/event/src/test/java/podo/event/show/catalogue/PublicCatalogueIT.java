package podo.event.show.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatsSold;
import podo.event.EventIT;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;
import tools.jackson.databind.JsonNode;

class PublicCatalogueIT extends EventIT {

    @Autowired
    StringRedisTemplate redis;

    private long publishedWithTitle(String organiser, String title) {
        Map<String, Object> body = eventBody(smallVenue(organiser));
        body.put("title", title);
        long id = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + id + "/publish", Map.of());
        return id;
    }

    private List<Long> search(String query) {
        return get("/api/events?size=100&query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)
                                .replace("%26", "&")
                                .replace("%3D", "="))
                .body()
                .path("content")
                .findValues("id")
                .stream()
                .map(id -> id.asLong())
                .toList();
    }

    @Test
    void anEventIsFoundByAnyPartOfItsTitleInAnyCase() {
        String mark = UUID.randomUUID().toString();
        long event = publishedWithTitle(organiser(), "Podo " + mark + " 포도");
        assertThat(search(mark.toUpperCase())).containsExactly(event);
        assertThat(search("nothing " + mark)).isEmpty();
    }

    @Test
    void percentSignsAndUnderscoresAreMatchedLiterally() {
        String mark = UUID.randomUUID().toString();
        long percent = publishedWithTitle(organiser(), mark + " 100% grape!");
        publishedWithTitle(organiser(), mark + " 1000 grapes");
        assertThat(search(mark + " 100%")).containsExactly(percent);
        assertThat(search(mark + "_100")).isEmpty();
        assertThat(search("grape!")).contains(percent);
        assertThat(search("\\' OR 1=1 --")).isEmpty();
    }

    @Test
    void aPageContainsTheTotals() {
        String mark = UUID.randomUUID().toString();
        String organiser = organiser();
        for (int i = 0; i < 3; i++) {
            publishedWithTitle(organiser, mark + " " + i);
        }
        Answer page = get("/api/events?page=1&size=2&query=" + mark);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().path("content")).hasSize(1);
        assertThat(page.body().path("page").toString())
                .isEqualTo("{\"number\":1,\"size\":2,\"totalElements\":3,\"totalPages\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "size=0", "size=101", "size=-5", "page=one", "page=99999999999", "mine=perhaps"})
    void invalidPageParametersAreRefused(String query) {
        Answer refused = get("/api/events?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("urn:problem:invalid");
        assertThat(refused.fields()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    /** Events of one organiser and one title mark, by the name that the map gives them. */
    private Map<String, Long> programme(String mark) {
        String organiser = organiser();
        Instant start = Instant.parse("2030-06-01T10:00:00Z");
        Map<String, Long> ids = new LinkedHashMap<>();
        ids.put("sold out", publish(organiser, mark, start, "Busan", "PLAY"));
        ids.put("cancelled", publish(organiser, mark, start, "Busan", "PLAY"));
        ids.put("late", publish(organiser, mark, start.plus(Duration.ofDays(9)), "Busan", "CONCERT"));
        ids.put("early", publish(organiser, mark, start.plus(Duration.ofDays(1)), "Seoul", "PLAY"));
        long soldOut = ids.get("sold out");
        inventory.send(new SeatsSold(
                soldOut,
                "h-" + soldOut,
                "podo-" + soldOut,
                IntStream.rangeClosed(1, 6)
                        .mapToObj(seq -> SeatIds.of(soldOut, seq))
                        .toList()));
        post(organiser, "/api/events/" + ids.get("cancelled") + "/cancel", Map.of());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/events/" + soldOut).text("status").equals("SOLD_OUT"));
        return ids;
    }

    private long publish(String organiser, String mark, Instant start, String city, String kind) {
        Map<String, Object> venue = Map.of(
                "name",
                "Hall",
                "city",
                city,
                "sections",
                List.of(Map.of("name", "Main", "rows", 2, "seatsPerRow", 3, "firstRow", "A")));
        Map<String, Object> body =
                eventBody(post(organiser, "/api/venues", venue).id());
        body.putAll(Map.of("title", mark, "startsAt", start, "kind", kind, "runningMinutes", 95, "minimumAge", 8));
        long id = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + id + "/publish", Map.of());
        return id;
    }

    @Test
    void whatCanBeBookedComesFirstAndFiltersNarrowTheList() {
        String mark = UUID.randomUUID().toString();
        Map<String, Long> ids = programme(mark);
        assertThat(search(mark))
                .containsExactly(ids.get("early"), ids.get("late"), ids.get("sold out"), ids.get("cancelled"));
        assertThat(search(mark + "&bookable=true")).containsExactly(ids.get("early"), ids.get("late"));
        assertThat(search(mark + "&city=Seoul")).containsExactly(ids.get("early"));
        assertThat(search(mark + "&kind=CONCERT")).containsExactly(ids.get("late"));
        assertThat(search(mark + "&bookable=true&from=2030-06-02T10:00:00Z&until=2030-06-10T10:00:00Z"))
                .containsExactly(ids.get("early"));
        assertThat(search("Seoul&from=2030-06-02T10:00:00Z&kind=PLAY")).contains(ids.get("early"));

        JsonNode choices = get("/api/events/filters").body();
        assertThat(choices.path("kinds").toString()).contains("CONCERT", "PLAY");
        assertThat(choices.path("cities").toString()).contains("Busan", "Seoul");
        Answer early = get("/api/events/" + ids.get("early"));
        assertThat(early.text("city")).isEqualTo("Seoul");
        assertThat(early.body().path("runningMinutes").asInt()).isEqualTo(95);
        assertThat(early.body().path("minimumAge").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=OPERA", "from=tomorrow", "until=31.12.2030", "bookable=perhaps"})
    void invalidFiltersAreRefused(String query) {
        Answer refused = get("/api/events?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @Test
    void anOrganiserListsTheirOwnDraftsAndNoOtherEvents() {
        String organiser = organiser();
        long draft =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        published(organiser());
        assertThat(get(organiser, "/api/events?mine=true")
                        .body()
                        .path("content")
                        .findValues("id"))
                .singleElement()
                .satisfies(id -> assertThat(id.asLong()).isEqualTo(draft));
        assertThat(get("/api/events?mine=true").status()).isEqualTo(401);
        assertThat(get(fan(), "/api/events?mine=true").status()).isEqualTo(403);
    }

    @Test
    void unknownAndMalformedIdsAreNotFound() {
        assertThat(get("/api/events/999999999").status()).isEqualTo(404);
        assertThat(get("/api/events/nonsense").status()).isEqualTo(404);
        assertThat(get("/api/events/99999999999999999999").status()).isEqualTo(404);
    }

    @Test
    void publicReadsAreCachedForAFewSeconds() {
        long event = published(organiser());
        // another test may have stopped Redis, and nothing is cached until the client reconnects
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            get("/api/events/" + event);
            get("/api/events");
            assertThat(redis.getExpire("podo:event:one::" + event)).isBetween(0L, 5L);
            assertThat(TestRedis.template().keys("podo:event:pages::*")).isNotEmpty();
        });
    }

    /** An eviction looks at every key, and must be over when the change is answered. */
    @Test
    void aChangeIsSeenByTheNextReadHoweverManyKeysRedisHolds() {
        String filler = "podo:event:filler:" + UUID.randomUUID() + ":";
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, 100_000).forEach(i -> many.put(filler + i, ""));
        TestRedis.template().opsForValue().multiSet(many);
        try {
            String organiser = organiser();
            for (int i = 0; i < 5; i++) {
                long event = published(organiser);
                assertThat(get("/api/events/" + event).text("status")).isEqualTo("ON_SALE");
                post(organiser, "/api/events/" + event + "/cancel", Map.of());
                assertThat(get("/api/events/" + event).text("status")).isEqualTo("CANCELLED");
            }
        } finally {
            TestRedis.template().unlink(many.keySet());
        }
    }

    @Test
    void withoutRedisTheDatabaseAnswers() {
        long event = published(organiser());
        var server = TestServers.process(RealServer.REDIS);
        server.stop(Duration.ofSeconds(5));
        try {
            assertThat(get("/api/events/" + event).status()).isEqualTo(200);
            assertThat(get("/api/events").status()).isEqualTo(200);
            assertThat(published(organiser())).isPositive();
        } finally {
            server.start();
        }
    }

    @Test
    void anUnreadableCacheEntryCountsAsAMiss() {
        long event = published(organiser());
        redis.opsForValue().set("podo:event:one::" + event, "{\"nonsense\":", Duration.ofSeconds(30));
        assertThat(get("/api/events/" + event).status()).isEqualTo(200);
    }

    @Test
    void theApiIsDescribed() {
        assertThat(get("/v3/api-docs").body().path("paths").propertyNames())
                .contains("/api/events", "/api/events/{id}/publish", "/api/venues");
    }
}
