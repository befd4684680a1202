package podo.reservation.waitingroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.rehearsal.simulation.ArrivalPattern;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.room.Rooms;
import podo.stack.junit.OnRealServers;
import podo.starter.passkey.LogInMethod;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.team.Membership;
import podo.starter.team.MembershipSource;
import podo.starter.team.TeamRole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starting, watching and cancelling rehearsals over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "podo.room.tick=24h")
@OnRealServers
class RehearsalApiIT {

    private static final long MANAGER = 11;
    private static final long VIEWER = 13;
    private static final long STRANGER = 16;

    private static final RehearsalPlan SMALL = new RehearsalPlan(200, ArrivalPattern.RUSH, 60, 2, 60, 0);

    /** Half a minute of work, so that something can happen meanwhile. */
    private static final String LARGE = plan(1_000_000);

    @TestConfiguration
    static class Team {

        @Bean
        MembershipSource members() {
            return account -> switch ((int) account.id()) {
                case (int) MANAGER -> List.of(new Membership(2, "Team", TeamRole.MANAGER, null));
                case (int) VIEWER -> List.of(new Membership(2, "Team", TeamRole.VIEWER, null));
                case (int) STRANGER -> List.of(new Membership(3, "Others", TeamRole.OWNER, null));
                default -> List.of();
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    FanTokens tokens;

    @Autowired
    Rooms rooms;

    @Autowired
    RehearsalReports reports;

    @Autowired
    StringRedisTemplate redis;

    @MockitoBean
    AvailabilityClient inventory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void open() {
        stubSeats(60, 0);
        rooms.open(event, LineShows.onSaleAt(Instant.now().plusSeconds(3_600), 5, 40));
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        send("DELETE", event, "", MANAGER);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            HttpResponse<String> answer = send("POST", event, plan(10), MANAGER);
            return answer.statusCode() != 409 || !answer.body().contains("rehearsal-running");
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> !state(event).equals("RUNNING"));
    }

    @Test
    void aRehearsalEndsWithSettingsAndChangesNothing() throws Exception {
        assertThat(send("GET", event, "", MANAGER).statusCode()).isEqualTo(404);
        assertThat(send("GET", event, "", MANAGER).body()).contains("urn:problem:no-rehearsal");
        HttpResponse<String> begun = send("POST", event, plan(200), MANAGER);
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(begun.body()).contains("RUNNING");
        await().atMost(Duration.ofSeconds(90)).until(() -> state(event).equals("DONE"));
        JsonNode report =
                JsonMapper.shared().readTree(send("GET", event, "", MANAGER).body());
        assertThat(report.path("seats").asInt()).isEqualTo(60);
        assertThat(report.path("now").path("setting").path("rate").asInt()).isEqualTo(5);
        assertThat(report.path("now").path("setting").path("cap").asInt()).isEqualTo(40);
        assertThat(report.path("recommended").path("setting").path("rate").asInt())
                .isPositive();
        assertThat(report.path("recommended").path("seconds").path("median").asDouble())
                .isPositive();
        assertThat(rooms.require(event).rate()).isEqualTo(5);
        assertThat(redis.hasKey("{room:" + event + "}:meta"))
                .as("the line itself")
                .isFalse();
        assertThat(redis.getExpire("{room:" + event + "}:rehearsal")).isPositive();
    }

    @Test
    void theSaleOfTodayIsPlayedWithTheHoldTimeOfTheEvent() throws Exception {
        AvailabilityStubs.stub(inventory, new AvailabilityClient.Availability(60, 60, 0, List.of(), null, 120));
        assertThat(holdSecondsNow()).isEqualTo(120);
        AvailabilityStubs.stub(inventory, new AvailabilityClient.Availability(60, 60, 0, List.of(), null, 600));
        assertThat(holdSecondsNow()).isEqualTo(600);
        stubSeats(60, 0); // an inventory of an earlier version does not say
        assertThat(holdSecondsNow()).isEqualTo(300);
    }

    private int holdSecondsNow() throws Exception {
        assertThat(send("POST", event, plan(200), MANAGER).statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(event).equals("DONE"));
        return JsonMapper.shared()
                .readTree(send("GET", event, "", MANAGER).body())
                .path("now")
                .path("setting")
                .path("holdSeconds")
                .asInt();
    }

    @Test
    void oneAtATimeAndACancelledOneEnds() throws Exception {
        long other = event + 1_000_000_000;
        rooms.open(other, LineShows.onSaleAt(Instant.now().plusSeconds(3_600), 5, 40));
        stubSeats(20_000, 0);
        assertThat(send("POST", event, LARGE, MANAGER).statusCode()).isEqualTo(202);
        for (long asked : List.of(event, other)) {
            HttpResponse<String> refused = send("POST", asked, plan(10), MANAGER);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("urn:problem:rehearsal-running");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
        }
        assertThat(send("DELETE", event, "", MANAGER).statusCode()).isEqualTo(204);
        assertThat(state(event)).isEqualTo("CANCELLED");
        stubSeats(60, 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> send("POST", other, plan(10), MANAGER).statusCode() == 202);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(other).equals("DONE"));
        assertThat(state(event)).as("its run writes nothing any more").isEqualTo("CANCELLED");
    }

    @Test
    void whatIsLeftOfAKilledInstanceIsToldAndStartedAgain() throws Exception {
        RehearsalReport killed =
                RehearsalReport.begin("killed", SMALL, 60, Instant.now().minusSeconds(60));
        reports.write(event, killed.at(40, Instant.now().minusSeconds(30)), Duration.ofDays(1));
        assertThat(state(event)).isEqualTo("LOST");
        assertThat(send("POST", event, plan(10), MANAGER).statusCode()).isEqualTo(202);
    }

    @Test
    void thereIsNothingToRehearseWithoutSeatsOrSale() throws Exception {
        stubSeats(0, 0);
        assertThat(send("POST", event, plan(10), MANAGER).body()).contains("urn:problem:not-rehearsable");
        stubSeats(0, 3);
        rooms.cancel(event);
        HttpResponse<String> cancelled = send("POST", event, plan(10), MANAGER);
        assertThat(cancelled.statusCode()).isEqualTo(409);
        assertThat(cancelled.body()).contains("urn:problem:not-rehearsable");
        assertThat(send("POST", 7_000_000_000L, plan(10), MANAGER).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "1000000000", "99999999999999", "\"many\"", "null", "1.5"})
    void aNumberOfFansThatNobodyCanBeIsRefused(String fans) throws Exception {
        HttpResponse<String> refused = send("POST", event, plan(fans), MANAGER);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void whoMaySetTheLeversMayRehearse() throws Exception {
        for (String method : List.of("GET", "DELETE", "POST")) {
            assertThat(send(method, event, plan(10), VIEWER).statusCode()).isEqualTo(403);
            assertThat(send(method, event, plan(10), STRANGER).statusCode()).isEqualTo(404);
            assertThat(send(method, event, plan(10), 17).statusCode()).isEqualTo(403);
        }
    }

    private void stubSeats(long free, long held) {
        AvailabilityStubs.stub(
                inventory, new AvailabilityClient.Availability(Math.max(1, free), free, held, List.of()));
    }

    private String state(long eventId) throws Exception {
        return JsonMapper.shared()
                .readTree(send("GET", eventId, "", MANAGER).body())
                .path("state")
                .asString("");
    }

    private static String plan(Object fans) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "arrival", "RUSH", "overSeconds", 300, "seatsPerFan", 2, "paySeconds", 60, "absentPercent", 5))
                .replace("{", "{\"fans\":" + fans + ",");
    }

    private HttpResponse<String> send(String method, long eventId, String body, long account) throws Exception {
        return http.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/api/events/" + eventId + "/room/rehearsal"))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + tokens.mint(
                                                Fan.of(account),
                                                null,
                                                LogInMethod.PASSWORD,
                                                Instant.now(),
                                                Duration.ofMinutes(5)))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                method.equals("POST")
                                        ? HttpRequest.BodyPublishers.ofString(body)
                                        : HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
