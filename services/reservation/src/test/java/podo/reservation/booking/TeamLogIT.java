package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.team.TeamActionDone;
import podo.starter.security.Fan;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** The log of a team: what was done here and what other services tell, in one list. */
class TeamLogIT extends BookingFixture {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant WHEN = Instant.parse("2026-11-29T10:00:00Z");
    private static final Fan ORGANISER = Fan.of(2, Role.ORGANISER);

    @Autowired
    ServiceTokens services;

    private final String action = UUID.randomUUID().toString();

    @BeforeEach
    void anEventIsPublished() {
        neighbours.name(2, "주최자", "organiser@example.com");
        neighbours.name(fan, "민지", "minji@example.com");
        publish(Instant.now().plus(Duration.ofDays(365)));
    }

    @Test
    void aServiceWithoutMessagesTellsByACallAndARepeatIsOneEntry() {
        String told = "{\"actionId\":\"" + action + "\",\"teamId\":2,\"accountId\":" + fan
                + ",\"what\":\"WEBHOOK_MADE\",\"detail\":{\"address\":\"https://example.com\"},\"at\":\"" + WHEN
                + "\"}";
        assertThat(call(told)).isEqualTo(204);
        assertThat(call(told)).isEqualTo(204);
        assertThat(kinds("?by=" + fan)).containsExactly("WEBHOOK_MADE");
        assertThat(log(ORGANISER, "?by=" + fan).path(0).at("/detail/address").asString())
                .isEqualTo("https://example.com");
        assertThat(call("{}")).isEqualTo(400);
        assertThat(post("/internal/team-actions", told, fan).status()).isEqualTo(401);
    }

    private int call(String body) {
        return sendAs(
                        HttpRequest.newBuilder(at("/internal/team-actions"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + services.mint("reservation"))
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        null)
                .status();
    }

    @Test
    void anActionThatIsToldTwiceIsOneEntryOfItsTeam() {
        tell(new TeamActionDone(
                "user", action, 2, null, fan, "ROLE_CHANGED", Map.of("account", "2", "role", "DOOR → VIEWER"), WHEN));
        tell(new TeamActionDone(
                "user", action, 2, null, fan, "ROLE_CHANGED", Map.of("account", "2", "role", "DOOR → VIEWER"), WHEN));
        tell(new TeamActionDone(
                "event",
                UUID.randomUUID().toString(),
                2,
                event,
                fan,
                "EVENT_CHANGED",
                Map.of("title", "A → B"),
                WHEN.plusSeconds(1)));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(kinds("?by=" + fan)).containsExactlyInAnyOrder("EVENT_CHANGED", "ROLE_CHANGED"));

        JsonNode entry = log(ORGANISER, "?what=ROLE_CHANGED&by=" + fan).path(0);
        assertThat(entry.path("name").asString()).isEqualTo("민지");
        assertThat(entry.path("member").asString()).isEqualTo("주최자");
        assertThat(entry.path("at").asString()).isEqualTo("2026-11-29T10:00:00Z");
        assertThat(log(ORGANISER, "?what=EVENT_CHANGED&by=" + fan)
                        .path(0)
                        .path("eventId")
                        .asLong())
                .isEqualTo(event);
        assertThat(kinds("?by=" + fan + "&eventId=" + event)).containsExactly("EVENT_CHANGED");
        assertThat(kinds("?by=" + fan + "&from=2026-11-29T10:00:01Z")).containsExactly("EVENT_CHANGED");
        assertThat(kinds("?by=" + fan + "&until=2026-11-29T10:00:01Z")).containsExactly("ROLE_CHANGED");
        String last = kinds("?by=" + fan).getFirst(); // two partitions: either may be written last
        assertThat(kinds("?by=" + fan + "&size=1")).containsExactly(last);
        assertThat(log(Fan.of(1, Role.ORGANISER), "?by=" + fan)).isEmpty();
    }

    @Test
    void aLongChangeIsReadAsItWasTold() {
        String change = "가".repeat(200) + "… → " + "\uD83C\uDF47".repeat(200);
        tell(new TeamActionDone(
                "event",
                action,
                2,
                event,
                fan,
                "EVENT_CHANGED",
                Map.of("title", change, "description", change, "notes", change, "grades", change, "address", change),
                WHEN));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log(ORGANISER, "?eventId=" + event + "&by=" + fan)
                                .path(0)
                                .path("detail")
                                .path("notes")
                                .asString())
                        .isEqualTo(change));
    }

    @Test
    void whatIsWrittenHereHasTheTeamOfItsEvent() {
        assertThat(sendAs(HttpRequest.newBuilder(at("/api/organiser/events/" + event + "/order-lines")), ORGANISER)
                        .status())
                .isEqualTo(200);
        assertThat(kinds("?eventId=" + event)).containsExactly("ORDERS_EXPORTED");
        JsonNode ofEvent = sendAs(HttpRequest.newBuilder(at("/api/organiser/events/" + event + "/log")), ORGANISER)
                .body();
        assertThat(ofEvent).hasSize(1);
        assertThat(ofEvent.path(0).path("what").asString()).isEqualTo("ORDERS_EXPORTED");
        assertThat(ofEvent.path(0).path("by").asString()).isEqualTo("주최자");
        assertThat(jdbc.sql("SELECT team_id FROM organiser_action WHERE event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
    }

    @Test
    void badFiltersAreNamedAndFansHaveNoLog() {
        for (String far :
                List.of("?from=%2B1000000000-12-31T23:59:59Z", "?until=-1000000000-01-01T00:00:00Z", "?from=")) {
            assertThat(ask(ORGANISER, far).status()).as(far).isEqualTo(200);
        }
        for (String bad : List.of("?what=x", "?from=soon", "?size=501", "?before=0")) {
            assertThat(ask(ORGANISER, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(ask(Fan.of(fan), "").status()).isEqualTo(403);
        assertThat(ask(null, "").status()).isEqualTo(401);
    }

    private void tell(TeamActionDone done) {
        kafka().send(done);
    }

    private List<String> kinds(String query) {
        return log(ORGANISER, query)
                .valueStream()
                .map(entry -> entry.path("what").asString())
                .toList();
    }

    private JsonNode log(Fan who, String query) {
        return ask(who, query).body();
    }

    private Reply ask(@Nullable Fan who, String query) {
        return sendAs(HttpRequest.newBuilder(at("/api/organiser/log" + query)), who);
    }
}
