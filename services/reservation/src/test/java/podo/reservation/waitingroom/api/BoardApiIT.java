package podo.reservation.waitingroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
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

/** Who reads the history of a line and who its money. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"podo.room.tick=24h", "podo.passkeys.required-for-money=true"})
@OnRealServers
class BoardApiIT {

    /** The team that {@link LineShows} names. */
    private static final long TEAM = 2;

    private static final Map<Long, TeamRole> MEMBERS = Map.of(
            11L,
            TeamRole.OWNER,
            12L,
            TeamRole.FINANCE,
            13L,
            TeamRole.VIEWER,
            14L,
            TeamRole.BOX_OFFICE,
            15L,
            TeamRole.DOOR);

    @TestConfiguration
    static class Team {

        @Bean
        MembershipSource members() {
            return account -> MEMBERS.containsKey(account.id())
                    ? List.of(new Membership(TEAM, "Team", MEMBERS.get(account.id()), null))
                    : account.id() == 16 ? List.of(new Membership(3, "Others", TeamRole.OWNER, null)) : List.of();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    FanTokens tokens;

    @Autowired
    Rooms rooms;

    @MockitoBean
    AvailabilityClient inventory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void open() {
        AvailabilityStubs.withPlenty(inventory);
        rooms.open(event, LineShows.onSaleAt(Instant.now().minusSeconds(60), 5, 40));
    }

    @Test
    void everyRoleThatSeesTheLineReadsItsHistoryAndNoneOfItsMoney() throws Exception {
        for (long member : List.of(11L, 12L, 13L, 14L)) {
            HttpResponse<String> answer = get("/history", member, LogInMethod.PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("captured", "refunded");
            JsonNode now = JsonMapper.shared().readTree(answer.body()).path("now");
            assertThat(now.path("rate").asInt()).isEqualTo(5);
            assertThat(now.path("cap").asInt()).isEqualTo(40);
            assertThat(now.path("mode").asString()).isEqualTo("OPEN");
            assertThat(now.path("waiting").asInt()).isZero();
        }
        assertThat(get("/history", 15, LogInMethod.PASSKEY).statusCode()).isEqualTo(403);
        assertThat(get("/history", 16, LogInMethod.PASSKEY).statusCode()).isEqualTo(404);
        assertThat(get("/history", 17, LogInMethod.PASSKEY).statusCode()).isEqualTo(403);
    }

    @Test
    void moneyIsForTheRolesThatReadItAndTakesAPasskey() throws Exception {
        for (long member : List.of(11L, 12L)) {
            assertThat(get("/money", member, LogInMethod.PASSKEY).statusCode()).isEqualTo(200);
            HttpResponse<String> answer = get("/money", member, LogInMethod.PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("passkey-required");
        }
        for (long member : List.of(13L, 14L, 15L)) {
            assertThat(get("/money", member, LogInMethod.PASSKEY).statusCode()).isEqualTo(403);
        }
        assertThat(get("/money", 16, LogInMethod.PASSKEY).statusCode()).isEqualTo(404);
    }

    @Test
    void aTimeThatIsNoneIsRefusedAndOneOfTheFutureHasNoSamples() throws Exception {
        HttpResponse<String> answer = get("/history?from=yesterday", 11, LogInMethod.PASSKEY);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        for (String from :
                List.of("2099-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
            HttpResponse<String> empty = get("/history?from=" + from.replace("+", "%2B"), 11, LogInMethod.PASSKEY);
            assertThat(empty.statusCode()).as(from).isEqualTo(200);
            assertThat(JsonMapper.shared().readTree(empty.body()).path("samples"))
                    .isEmpty();
        }
    }

    private HttpResponse<String> get(String path, long member, LogInMethod method) throws Exception {
        String token = tokens.mint(Fan.of(member), null, method, Instant.now(), Duration.ofMinutes(5));
        HttpRequest call = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/events/" + event + "/room" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        return http.send(call, HttpResponse.BodyHandlers.ofString());
    }
}
