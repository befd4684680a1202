package podo.user.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.starter.key.ApiKeyText;
import podo.user.UserIT;

class KeysIT extends UserIT {

    @Autowired
    JdbcClient jdbc;

    private Answer owner;
    private long team;

    @BeforeEach
    void anOrganiserHasATeam() {
        owner = logIn(signUpFan(), PASSWORD);
        team = get("/api/users/me", as(owner)).body().path("id").asLong();
        member(owner, team, "OWNER", null);
    }

    /** Straight into the tables: invitations have a test of their own. */
    private long member(Answer who, long ofTeam, String role, String events) {
        long account = get("/api/users/me", as(who)).body().path("id").asLong();
        jdbc.sql("INSERT IGNORE INTO team (id, name, founded_at) VALUES (?, 'Hangang Stage', NOW(3))")
                .param(ofTeam)
                .update();
        jdbc.sql("INSERT INTO team_member (team_id, account_id, role, events, since) VALUES (?, ?, ?, ?, NOW(3))")
                .params(ofTeam, account, role)
                .param(events)
                .update();
        return account;
    }

    private String keys() {
        return "/api/teams/" + team + "/keys";
    }

    private Answer make(Answer who, String... scopes) {
        return post(keys(), Map.of("name", "Sync", "scopes", List.of(scopes), "days", 30), as(who));
    }

    private Answer exchange(String key) {
        return post("/gate/keys", Map.of("key", key));
    }

    @Test
    void aKeyIsShownOnceAndExchangedForATokenOfItsTeamAndScopes() {
        Answer made = make(owner, "orders:read", "events:read");
        assertThat(made.status()).isEqualTo(201);
        String key = made.text("key");
        assertThat(ApiKeyText.isWellFormed(key)).isTrue();
        assertThat(Instant.parse(made.text("endsAt")))
                .isBetween(
                        clock.instant().plus(Duration.ofDays(29)),
                        clock.instant().plus(Duration.ofDays(31)));

        Answer listed = get(keys(), as(owner));
        assertThat(listed.body().path(0).path("name").asString()).isEqualTo("Sync");
        assertThat(listed.body().path(0).path("scopes").toString()).isEqualTo("[\"events:read\",\"orders:read\"]");
        assertThat(listed.body().path(0).path("lastUsedAt").isNull()).isTrue();
        assertThat(listed.raw().body()).doesNotContain(key.substring(9));
        assertThat(jdbc.sql("SELECT hash FROM team_key WHERE team_id = ?")
                        .param(team)
                        .query(String.class)
                        .list())
                .containsExactly(ApiKeyText.hash(key));

        Answer token = exchange(key);
        assertThat(token.status()).isEqualTo(200);
        String claims = new String(
                Base64.getUrlDecoder().decode(token.text("accessToken").split("\\.")[1]));
        assertThat(claims)
                .contains("\"podo-key\"", "\"team\":" + team, "\"events:read\",\"orders:read\"")
                .doesNotContain("\"podo\"", "FAN", "pop");
        String used = get(keys(), as(owner)).body().path(0).path("lastUsedAt").asString();
        assertThat(Instant.parse(used)).isBetween(clock.instant().minusSeconds(61), clock.instant());
    }

    @Test
    void aRevokedAndAnEndedKeyOpenNothing() {
        Answer made = make(owner, "events:read");
        assertThat(delete(keys() + "/" + made.text("id"), as(owner)).status()).isEqualTo(204);
        assertThat(exchange(made.text("key")).status()).isEqualTo(404);
        assertThat(delete(keys() + "/" + made.text("id"), as(owner)).status()).isEqualTo(404);
        assertThat(get(keys(), as(owner)).body().path(0).path("revokedAt").asString())
                .isNotEmpty();

        Answer ended = make(owner, "events:read");
        jdbc.sql("UPDATE team_key SET ends_at = DATE_SUB(NOW(3), INTERVAL 1 DAY) WHERE id = ?")
                .param(ended.text("id"))
                .update();
        assertThat(exchange(ended.text("key")).status()).isEqualTo(404);
        assertThat(exchange("podo_guess").status()).isEqualTo(404);
        assertThat(post("/gate/keys", "{}").status()).isEqualTo(400);
    }

    @Test
    void aKeysTokenReachesNoAccountNoTeamAndNoKey() {
        String token = exchange(make(owner, "events:read", "events:write", "orders:write")
                        .text("key"))
                .text("accessToken");
        String[] key = {"Authorization", "Bearer " + token};
        assertThat(get("/api/users/me", key).problem()).isEqualTo("urn:problem:scope-needed");
        assertThat(delete("/api/users/me", key).problem()).isEqualTo("urn:problem:scope-needed");
        assertThat(get("/api/users/me/passkeys", key).problem()).isEqualTo("urn:problem:scope-needed");
        assertThat(get("/api/teams", key).problem()).isEqualTo("urn:problem:scope-needed");
        assertThat(get(keys(), key).problem()).isEqualTo("urn:problem:scope-needed");
        assertThat(post(keys(), Map.of("name", "More", "scopes", List.of("money:read"), "days", 365), key)
                        .problem())
                .isEqualTo("urn:problem:scope-needed");
        assertThat(post("/api/tokens/refresh", Map.of("refreshToken", token), key)
                        .problem())
                .isEqualTo("urn:problem:scope-needed");
    }

    @Test
    void onlyOwnersAndManagersOfTheWholeTeamMakeKeys() {
        Answer stranger = logIn(signUpFan(), PASSWORD);
        assertThat(make(stranger, "events:read").status()).isEqualTo(404);
        assertThat(get(keys(), as(stranger)).status()).isEqualTo(404);
        for (String role : List.of("BOX_OFFICE", "DOOR", "FINANCE", "VIEWER")) {
            Answer other = logIn(signUpFan(), PASSWORD);
            member(other, team, role, null);
            assertThat(make(other, "events:read").problem()).as(role).isEqualTo("urn:problem:role-needed");
            assertThat(get(keys(), as(other)).problem()).as(role).isEqualTo("urn:problem:role-needed");
        }
        Answer some = logIn(signUpFan(), PASSWORD);
        member(some, team, "MANAGER", "[5]");
        assertThat(make(some, "events:read").problem()).isEqualTo("urn:problem:role-needed");
        Answer manager = logIn(signUpFan(), PASSWORD);
        member(manager, team, "MANAGER", null);
        assertThat(make(manager, "events:read").status()).isEqualTo(201);
    }

    @Test
    void theKeysOfWhoeverIsRemovedOrDemotedEnd() {
        Answer removed = logIn(signUpFan(), PASSWORD);
        long first = member(removed, team, "MANAGER", null);
        Answer demoted = logIn(signUpFan(), PASSWORD);
        long second = member(demoted, team, "MANAGER", null);
        String ofRemoved = make(removed, "events:read").text("key");
        String ofDemoted = make(demoted, "events:read").text("key");
        String ofOwner = make(owner, "events:read").text("key");

        assertThat(delete("/api/teams/" + team + "/members/" + first, as(owner)).status())
                .isEqualTo(204);
        assertThat(put("/api/teams/" + team + "/members/" + second, Map.of("role", "VIEWER"), as(owner))
                        .status())
                .isEqualTo(200);
        assertThat(exchange(ofRemoved).status()).isEqualTo(404);
        assertThat(exchange(ofDemoted).status()).isEqualTo(404);
        assertThat(exchange(ofOwner).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"scopes\":[\"events:read\"],\"days\":30}",
                "{\"name\":\"Sync\",\"scopes\":[],\"days\":30}",
                "{\"name\":\"Sync\",\"scopes\":[\"events:eat\"],\"days\":30}",
                "{\"name\":\"Sync\",\"scopes\":[null],\"days\":30}",
                "{\"name\":\"Sync\",\"scopes\":[\"events:read\"],\"days\":0}",
                "{\"name\":\"Sync\",\"scopes\":[\"events:read\"],\"days\":366}",
                "{\"name\":\"Sync\",\"scopes\":[\"events:read\"]}"
            })
    void whatIsNoKeyIsRefused(String body) {
        assertThat(post(keys(), body, as(owner)).status()).isEqualTo(400);
        assertThat(get(keys(), as(owner)).body().size()).isZero();
    }
}
