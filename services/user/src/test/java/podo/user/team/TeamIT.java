package podo.user.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.starter.team.TeamRole;
import podo.user.MailedLinks;
import podo.user.UserIT;
import tools.jackson.databind.JsonNode;

class TeamIT extends UserIT {

    @Autowired
    MailedLinks links;

    @Autowired
    Teams teams;

    @Autowired
    JdbcClient jdbc;

    private Answer owner;
    private long team;

    @BeforeEach
    void anOrganiserHasATeam() {
        owner = logIn(signUpFan(), PASSWORD);
        team = idOf(owner);
        teams.found(team, "Hangang Stage");
    }

    @Test
    void whoeverIsInvitedJoinsWithTheRoleAndItsEvents() {
        String email = freshEmail();
        assertThat(invite(email, Map.of("email", email, "role", "FINANCE", "events", List.of(7, 5)))
                        .status())
                .isEqualTo(201);
        post("/api/users", Map.of("email", email, "password", PASSWORD, "name", "Minji"));
        Answer invited = logIn(email, PASSWORD);
        String token = token(email);

        Answer offer = post("/api/teams/invitations/look", Map.of("token", token), as(invited));
        assertThat(offer.text("team")).isEqualTo("Hangang Stage");
        assertThat(offer.body().path("forCaller").asBoolean()).isTrue();
        assertThat(accept(token, invited).status()).isEqualTo(200);

        JsonNode mine = get("/api/teams", as(invited)).body();
        assertThat(mine.path(0).path("role").asString()).isEqualTo("FINANCE");
        assertThat(mine.path(0).path("events").toString()).isEqualTo("[5,7]");
        assertThat(accept(token, invited).problem()).isEqualTo("urn:problem:token-invalid");
        assertThat(invite(email, Map.of("email", email, "role", "DOOR")).problem())
                .isEqualTo("urn:problem:already-member");
    }

    @Test
    void anInvitationIsNobodyElses() {
        String email = signUpFan();
        invite(email, Map.of("email", email, "role", "MANAGER"));
        Answer stranger = logIn(signUpFan(), PASSWORD);
        assertThat(accept(token(email), stranger).problem()).isEqualTo("urn:problem:invitation-for-another");
        assertThat(get("/api/teams", as(stranger)).body().size()).isZero();
        assertThat(accept(token(email), logIn(email, PASSWORD)).status()).isEqualTo(200);
    }

    @Test
    void aWithdrawnAnOldAndAReplacedInvitationOpenNothing() {
        String withdrawn = signUpFan();
        invite(withdrawn, Map.of("email", withdrawn, "role", "MANAGER"));
        long id = get("/api/teams/" + team, as(owner))
                .body()
                .path("invitations")
                .path(0)
                .path("id")
                .asLong();
        assertThat(delete("/api/teams/" + team + "/invitations/" + id, as(owner))
                        .status())
                .isEqualTo(204);
        assertThat(accept(token(withdrawn), logIn(withdrawn, PASSWORD)).problem())
                .isEqualTo("urn:problem:token-invalid");

        String replaced = signUpFan();
        invite(replaced, Map.of("email", replaced, "role", "MANAGER"));
        invite(replaced, Map.of("email", replaced, "role", "VIEWER"));
        List<String> tokens = links.tokens(replaced, "TEAM_INVITATION");
        Answer invited = logIn(replaced, PASSWORD);
        assertThat(tokens).hasSize(2);
        List<Integer> answers = tokens.stream()
                .map(one -> accept(one, invited).status())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 400);
        assertThat(get("/api/teams", as(invited)).body().path(0).path("role").asString())
                .isEqualTo("VIEWER");

        String late = signUpFan();
        invite(late, Map.of("email", late, "role", "MANAGER"));
        jdbc.sql("UPDATE account_mail SET ends_at = DATE_SUB(ends_at, INTERVAL 8 DAY) WHERE email = ?")
                .param(late)
                .update();
        assertThat(accept(token(late), logIn(late, PASSWORD)).problem()).isEqualTo("urn:problem:token-invalid");
    }

    @Test
    void anInvitationThatIsAcceptedTwiceAtOnceMakesOneMember() {
        String email = signUpFan();
        invite(email, Map.of("email", email, "role", "DOOR"));
        String token = token(email);
        Answer invited = logIn(email, PASSWORD);
        List<CompletableFuture<Integer>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> accept(token, invited).status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).sorted()).containsExactly(200, 400);
    }

    @Test
    void theLastOwnerStaysUntilAnotherIsOne() {
        assertThat(delete("/api/teams/" + team + "/members/" + team, as(owner)).problem())
                .isEqualTo("urn:problem:last-owner");
        assertThat(put("/api/teams/" + team + "/members/" + team, Map.of("role", "VIEWER"), as(owner))
                        .problem())
                .isEqualTo("urn:problem:last-owner");

        Answer next = member(TeamRole.BOX_OFFICE);
        assertThat(delete("/api/users/me", as(owner)).problem()).isEqualTo("urn:problem:last-owner");
        assertThat(post("/api/teams/" + team + "/owner", Map.of("accountId", idOf(next)), as(owner))
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/teams", as(owner)).body().path(0).path("role").asString())
                .isEqualTo("MANAGER");
        assertThat(delete("/api/teams/" + team + "/members/" + team, as(owner)).status())
                .isEqualTo(204);
        assertThat(get("/api/teams", as(owner)).body().size()).isZero();
        teams.found(team, "again"); // at the next start
        assertThat(get("/api/teams", as(owner)).body().size()).isZero();
        assertThat(delete("/api/users/me", as(owner)).status()).isEqualTo(204);
    }

    @Test
    void twoOwnersWhoLeaveAtOnceLeaveOneBehind() {
        Answer other = member(TeamRole.OWNER);
        List<CompletableFuture<Integer>> both = Stream.of(owner, other)
                .map(one -> CompletableFuture.supplyAsync(
                        () -> delete("/api/teams/" + team + "/members/" + idOf(one), as(one))
                                .status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).sorted()).containsExactly(204, 409);
        assertThat(teams.members(team)).hasSize(1);
    }

    @Test
    void onlyOwnersSeeAndChangeATeamAndToOthersItDoesNotExist() {
        for (TeamRole role : TeamRole.values()) {
            Answer caller = member(role);
            int allowed = role == TeamRole.OWNER ? 200 : 403;
            String[] as = as(caller);
            assertThat(get("/api/teams/" + team, as).status()).as("%s", role).isEqualTo(allowed);
            assertThat(put("/api/teams/" + team, Map.of("name", "Stage of " + role), as)
                            .status())
                    .as("%s", role)
                    .isEqualTo(allowed);
            assertThat(put("/api/teams/" + team + "/members/" + team, Map.of("role", "OWNER"), as)
                            .status())
                    .as("%s", role)
                    .isEqualTo(allowed);
        }
        Answer viewer = member(TeamRole.VIEWER);
        assertThat(get("/api/teams/" + team, as(viewer)).problem()).isEqualTo("urn:problem:role-needed");
        assertThat(get("/api/teams/" + team, as(viewer)).body().path("roles").toString())
                .isEqualTo("[\"OWNER\"]");
        assertThat(delete("/api/teams/" + team + "/members/" + team, as(viewer)).problem())
                .isEqualTo("urn:problem:role-needed");
        Answer stranger = logIn(signUpFan(), PASSWORD);
        assertThat(get("/api/teams/" + team, as(stranger)).status()).isEqualTo(404);
        assertThat(delete("/api/teams/" + team + "/members/" + team, as(stranger))
                        .status())
                .isEqualTo(404);
        assertThat(post(
                                "/api/teams/" + team + "/invitations",
                                Map.of("email", freshEmail(), "role", "OWNER"),
                                as(stranger))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDeletedMemberIsInNoTeam() {
        Answer door = member(TeamRole.DOOR);
        long id = idOf(door);
        assertThat(delete("/api/users/me", as(door)).status()).isEqualTo(204);
        assertThat(teams.member(team, id)).isEmpty();
    }

    @Test
    void theInvitationsOfWhoIsNoOwnerAnyMoreEnd() {
        Answer second = member(TeamRole.OWNER);
        String email = signUpFan();
        assertThat(post("/api/teams/" + team + "/invitations", Map.of("email", email, "role", "OWNER"), as(second))
                        .status())
                .isEqualTo(201);
        put("/api/teams/" + team + "/members/" + idOf(second), Map.of("role", "MANAGER"), as(owner));
        assertThat(accept(token(email), logIn(email, PASSWORD)).problem()).isEqualTo("urn:problem:token-invalid");

        teams.put(team, idOf(second), TeamRole.OWNER, null);
        clock.advance(Duration.ofMillis(5));
        post("/api/teams/" + team + "/invitations", Map.of("email", email, "role", "OWNER"), as(second));
        assertThat(delete("/api/teams/" + team + "/members/" + idOf(second), as(owner))
                        .status())
                .isEqualTo(204);
        assertThat(accept(token(email), logIn(email, PASSWORD)).problem()).isEqualTo("urn:problem:token-invalid");
    }

    @Test
    void nobodyIsMailedWithoutEnd() {
        String email = freshEmail();
        Map<String, String> body = Map.of("email", email, "role", "DOOR");
        for (int i = 0; i < 5; i++) {
            assertThat(invite(email, body).status()).isEqualTo(201);
        }
        assertThat(invite(email, body).status()).isEqualTo(429);
        assertThat(links.tokens(email, "TEAM_INVITATION")).hasSize(5);
    }

    @Test
    void anInvitationGoesWithItsMail() {
        String email = freshEmail();
        invite(email, Map.of("email", email, "role", "DOOR"));
        jdbc.sql("DELETE FROM account_mail WHERE email = ?").param(email).update();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM team_invitation WHERE email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void badInvitationsNameTheirField() {
        assertThat(invite("x", Map.of("email", "x", "role", "DOOR")).status()).isEqualTo(400);
        assertThat(invite("x", Map.of("email", freshEmail(), "role", "KING")).status())
                .isEqualTo(400);
        assertThat(invite("x", Map.of("email", freshEmail(), "role", "DOOR", "events", List.of()))
                        .status())
                .isEqualTo(400);
    }

    private Answer member(TeamRole role) {
        Answer account = logIn(signUpFan(), PASSWORD);
        clock.advance(Duration.ofMillis(5));
        teams.put(team, idOf(account), role, null);
        return account;
    }

    private Answer invite(String email, Map<String, ?> body) {
        return post("/api/teams/" + team + "/invitations", body, as(owner));
    }

    private Answer accept(String token, Answer caller) {
        return post("/api/teams/invitations/accept", Map.of("token", token), as(caller));
    }

    private String token(String email) {
        return links.tokens(email, "TEAM_INVITATION").getLast();
    }

    private long idOf(Answer account) {
        return get("/api/users/me", as(account)).body().path("id").asLong();
    }
}
