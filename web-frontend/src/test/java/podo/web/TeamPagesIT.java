package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of a team and its log, without scripts. */
@WebFrontendTest
class TeamPagesIT {

    @LocalServerPort
    int port;

    private Browser owner;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        owner = new Browser(port).loggedIn();
        owner.get("/admin/team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/team", "/admin/team?team=8", "/admin/log", "/team/invitation/answer"})
    void thePagesAreThereInBothLanguages(String page) {
        assertThat(owner.get(page).statusCode()).isEqualTo(200);
        assertThat(owner.withLanguage("ko").get(page).body())
                .contains("lang=\"ko\"")
                .doesNotContain("??");
    }

    @Test
    void anOwnerSeesMembersAndInvitationsAndAViewerTheOwnRoleAlone() {
        assertThat(owner.get("/admin/team").body())
                .contains("Hangang Stage", "Lee Jiwoo", "jiwoo@podo.dev", "/admin/team/7/members/9/remove");
        assertThat(owner.get("/admin/team?team=8").body())
                .contains("Namsan Stage", "Your role: viewer", "/admin/team/8/members/7/remove")
                .doesNotContain("jiwoo@podo.dev", "/admin/team/8/invitations");
        assertThat(owner.get("/admin/team?team=9").statusCode()).isEqualTo(404);
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events")).withQueryParam("team", equalTo("7")));
    }

    @Test
    void anInvitationNamesRoleAndEvents() {
        var answer = owner.post(
                "/admin/team/7/invitations",
                "email",
                " lee@podo.dev ",
                "role",
                "FINANCE",
                "scope",
                "some",
                "events",
                "6");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/admin/team?team=7&done=invited");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/teams/7/invitations"))
                        .withRequestBody(
                                equalToJson("{\"email\":\"lee@podo.dev\",\"role\":\"FINANCE\",\"events\":[6]}")));
    }

    @Test
    void aRefusedInvitationIsShownWithWhatWasTyped() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/teams/7/invitations",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "email", "message", "must be an address"))));
        var answer = owner.post("/admin/team/7/invitations", "email", "lee<", "role", "DOOR");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("must be an address", "value=\"lee&lt;\"", "Lee Jiwoo");
    }

    @Test
    void theLastOwnerReadsWhyTheRoleStays() {
        WebFrontendTest.SERVICES.refuse(
                "PUT", "/api/teams/7/members/7", 409, "last-owner", Map.of("detail", "A team needs an owner."));
        var answer = owner.post("/admin/team/7/members/7", "role", "VIEWER", "scope", "all");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("A team needs an owner.");
    }

    @Test
    void aRoleIsChangedAndTheOwnershipHandedOver() {
        owner.post("/admin/team/7/members/9", "role", "MANAGER", "scope", "all");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlPathEqualTo("/api/teams/7/members/9"))
                        .withRequestBody(equalToJson("{\"role\":\"MANAGER\",\"events\":null}")));
        owner.post("/admin/team/7/members/9/owner");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/teams/7/owner")).withRequestBody(containing("9")));
    }

    @Test
    void theLinksTokenLeavesTheAddressAndWaitsForTheLogIn() {
        Browser invited = new Browser(port);
        var opened = invited.get("/team/invitation?token=abc");
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location").orElse(""))
                .endsWith("/team/invitation/answer")
                .doesNotContain("abc");
        assertThat(invited.get("/team/invitation/answer")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/login?first", "invitation");
        invited.loggedIn();
        assertThat(invited.get("/team/invitation/answer").body()).contains("Namsan Stage", "Join the team");
        var accepted = invited.post("/team/invitation/answer");
        assertThat(accepted.headers().firstValue("Location").orElse("")).endsWith("/admin");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/teams/invitations/accept"))
                        .withRequestBody(equalToJson("{\"token\":\"abc\"}")));
    }

    @Test
    void anInvitationForAnotherAddressHasNoButton() {
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/teams/invitations/look",
                200,
                Map.of("team", "Namsan Stage", "role", "FINANCE", "forCaller", false));
        Browser invited = new Browser(port).loggedIn();
        invited.get("/team/invitation?token=abc");
        assertThat(invited.get("/team/invitation/answer").body())
                .contains("another address than yours (fan@podo.dev)")
                .doesNotContain("Join the team");
    }

    @Test
    void aRefusalSaysWhichRoleItTakes() {
        WebFrontendTest.SERVICES.refuse(
                "GET",
                "/api/organiser/log",
                403,
                "role-needed",
                Map.of("detail", "Your role in this team does not allow this. It takes: owner."));
        var page = owner.get("/admin/log");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("It takes: owner.");
    }

    @Test
    void theMenuShowsWhatTheRoleMayDo() {
        assertThat(owner.get("/admin").body()).contains("/admin/orders", "/admin/audit", "/admin/team");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 70, "email", "v@podo.dev", "name", "V", "roles", List.of("FAN")));
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/internal/accounts/70/memberships",
                200,
                List.of(Map.of("teamId", 7, "team", "Hangang Stage", "role", "VIEWER")));
        Browser viewer = new Browser(port).loggedIn();
        var page = viewer.get("/admin");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("/admin/team")
                .doesNotContain("href=\"/admin/orders", "href=\"/admin/audit", "/admin/events/new", "/publish");
        assertThat(viewer.get("/admin/events/20").body())
                .contains("changes nothing", "<fieldset class=\"stack\" disabled")
                .doesNotContain("id=\"save\"", "/publish\"", "/withdraw\"", "/cancel\"");
        assertThat(viewer.get("/admin/events/20").body()).doesNotContain("/admin/events/20/poster");
        assertThat(viewer.get("/admin/events/20/poster").statusCode()).isEqualTo(403);
        assertThat(owner.get("/admin/events/20").body()).contains("/admin/events/20/poster");
        assertThat(viewer.get("/admin/venues").body()).doesNotContain("/admin/venues/new", "/admin/events/new");
        assertThat(viewer.get("/admin/venues/1/plan").body())
                .contains("changes nothing", "/admin/venues/1/plan.json")
                .doesNotContain("/copy\"", "/plan/sections\"");
        assertThat(viewer.get("/admin/events/20/room").body()).doesNotContain("name=\"cap\"");
        assertThat(owner.get("/admin/events/20").body()).contains("id=\"save\"").doesNotContain("changes nothing");
    }

    @Test
    void theLogNamesFieldsTimesAndRolesInWords() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/organiser/log",
                200,
                List.of(
                        TeamStubs.entry("Kim Seoyeon", "", "OWNER (*) → BOX_OFFICE (5)"),
                        Map.of(
                                "id",
                                12,
                                "at",
                                "2026-11-29T10:00:00Z",
                                "by",
                                7,
                                "name",
                                "Kim Seoyeon",
                                "what",
                                "EVENT_CHANGED",
                                "event",
                                "Moonlight Tour",
                                "detail",
                                Map.of("startsAt", "2026-12-12T10:00:00Z → 2026-12-13T10:00:00Z"))));
        assertThat(owner.get("/admin/log").body())
                .contains("Role: owner (all events) → box office (5)")
                .contains("Sat 12 Dec 2026, 19:00 KST → Sun 13 Dec 2026, 19:00 KST")
                .doesNotContain("startsAt");
    }

    @Test
    void theLogIsFilteredAndDownloadedWithoutFormulas() {
        assertThat(owner.get("/admin/log?eventId=1&what=ROLE_CHANGED&from=2026-11-01&until=2026-11-30")
                        .body())
                .contains("Role changed", "Kim Seoyeon", "about Kim Seoyeon");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/organiser/log"))
                        .withQueryParam("what", equalTo("ROLE_CHANGED"))
                        .withQueryParam("until", equalTo("2026-11-30T15:00:00Z")));
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/organiser/log", 200, List.of(TeamStubs.entry("=cmd|' /C calc'!A0", "T", "x")));
        var csv = owner.get("/admin/log.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("log.csv");
        assertThat(csv.body()).contains("'=cmd|").doesNotContain(",=cmd");
        assertThat(owner.get("/admin/log?from=soon").statusCode()).isEqualTo(400);
    }
}
