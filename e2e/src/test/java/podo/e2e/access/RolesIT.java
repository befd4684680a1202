package podo.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** Each call and page of {@code docs/roles.md} as each role: as the owner is answered, or 403 with the roles that it takes. */
@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

    private TeamMembers team;
    private Map<String, Fan> members;

    @BeforeAll
    void everybodyJoins() {
        team = new TeamMembers();
        members = team.ofEachRole();
    }

    @AfterAll
    void everybodyLeaves() {
        team.leave();
    }

    @Test
    void eachRoleIsAnsweredAsTheTableSays() {
        eachRole((found, role, member) -> {
            // whoever may do something uses things up, so each role has its own
            Belongings belongings = new Belongings(Fan.fresh());
            Api api = member.api();
            for (RoleTable.Row row : RoleTable.calls()) {
                EndpointTable.Row call = EndpointTable.row(EndpointTable.API, row.call());
                String body = belongings.body(call.sent());
                var answer = api.call(
                        call.method(), belongings.fill(call.path()), body.isEmpty() ? null : body, "application/json");
                found.assertThat(expected(role, row, call))
                        .as("%s as %s", row.call(), role)
                        .contains(Integer.toString(answer.status()));
                if (!RoleTable.has(role, row.right())) {
                    found.assertThat(answer.string("type")).isEqualTo("urn:problem:role-needed");
                }
            }
        });
    }

    @Test
    void eachRoleIsShownThePagesThatTheTableSays() {
        eachRole((found, role, member) -> {
            Belongings belongings = new Belongings(Fan.fresh());
            Visit visit = new Visit(RunningStack.URL);
            visit.logIn(member.email(), member.password());
            for (RoleTable.Row row : RoleTable.pages()) {
                if (!row.right().equals(RoleTable.NONE)) {
                    EndpointTable.Row page = EndpointTable.row(EndpointTable.PAGES, row.call());
                    String path = belongings.fill(page.path());
                    int status = page.method().equals("POST")
                            ? visit.post(path, belongings.fill(page.sent()))
                            : visit.get(path);
                    found.assertThat(expected(role, row, page))
                            .as("%s as %s", row.call(), role)
                            .contains(Integer.toString(status));
                }
            }
        });
    }

    private interface RoleCheck {
        void check(SoftAssertions found, String role, Fan member);
    }

    /** Side by side, because most of the time is waiting for seats, tickets and mails. */
    private void eachRole(RoleCheck check) {
        SoftAssertions all = new SoftAssertions();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SoftAssertions>> roles = members.entrySet().stream()
                    .map(entry -> threads.submit(() -> {
                        SoftAssertions found = new SoftAssertions();
                        check.check(found, entry.getKey(), entry.getValue());
                        return found;
                    }))
                    .toList();
            roles.forEach(role -> all.assertAlso(ended(role)));
        }
        all.assertAll();
    }

    private static SoftAssertions ended(Future<SoftAssertions> role) {
        try {
            return role.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> expected(String role, RoleTable.Row row, EndpointTable.Row call) {
        return RoleTable.has(role, row.right())
                ? Arrays.asList(call.answerTo(Caller.ORGANISER).split("/"))
                : List.of("403");
    }

    @Test
    void aRoleForOneEventOpensNoOther() {
        Show one = Show.onSale(1, 2);
        Show other = Show.onSale(1, 2);
        Api manager = team.join(Fan.fresh(), "MANAGER", List.of(one.id())).api();

        manager.get("/api/events/" + one.id() + "/room").has(200);
        manager.get("/api/organiser/orders?eventId=" + one.id()).has(200);
        manager.get("/api/events/" + other.id() + "/room").has(404);
        manager.get("/api/events/" + other.id() + "?mine=true").has(404);
        assertThat(manager.get("/api/events?mine=true&team=" + Long.MAX_VALUE)
                        .has(200)
                        .json("content")
                        .size())
                .isZero();
        manager.get("/api/organiser/orders?eventId=" + other.id()).has(404);
        manager.get("/api/organiser/events/" + other.id() + "/log").has(404);
        manager.get("/api/checkins/events/" + other.id()).has(404);
        manager.post("/api/venues", Show.venue("Hall", 1, 2)).has(403);
        var listed = manager.get("/api/events?mine=true").has(200).json("content");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("id").asLong()).isEqualTo(one.id());
    }

    /** The owner of another team may write any number into the list of a member's events. */
    @Test
    void aMembershipThatNamesAnotherTeamsEventOpensNothing() {
        Show foreign = Show.onSale(1, 2);
        Api owner = Fan.otherOrganiser();
        Fan fan = Fan.fresh();
        long otherTeam = Long.parseLong(owner.get("/api/users/me").string("id"));
        owner.post(
                        "/api/teams/" + otherTeam + "/invitations",
                        Map.of("email", fan.email(), "role", "MANAGER", "events", List.of(foreign.id())))
                .has(201);
        TeamMembers.accept(fan);
        fan.api().get("/api/events/" + foreign.id() + "/room").has(404);
        fan.api().get("/api/organiser/orders?eventId=" + foreign.id()).has(404);
        fan.api().get("/api/organiser/events/" + foreign.id() + "/money").has(404);
        assertThat(fan.api()
                        .get("/api/events?mine=true")
                        .has(200)
                        .json("content")
                        .toString())
                .doesNotContain("\"id\":" + foreign.id() + ",");
    }

    @Test
    void aRemovedMemberIsOutEverywhereWithinAMinute() {
        Show show = Show.onSale(1, 2);
        Fan fan = team.join(Fan.fresh(), "MANAGER", null);
        List<String> pages = List.of(
                "/api/events?mine=true",
                "/api/events/" + show.id() + "/room",
                "/api/organiser/orders",
                "/api/payments/unresolved",
                "/api/checkins/events");
        pages.forEach(page -> fan.api().get(page).has(200));
        String id = fan.api().get("/api/users/me").string("id");
        team.owner().delete("/api/teams/" + team.team() + "/members/" + id).has(204);
        pages.forEach(page -> await().atMost(Duration.ofMinutes(1))
                .until(() -> fan.api().get(page).status() == 403));
    }

    @Test
    void theLogTellsWhatWasDoneInEveryService() {
        Show show = Show.onSale(1, 4);
        Fan manager = team.join(Fan.fresh(), "MANAGER", null);
        long seat = manager.seats(show.id()).getFirst().path("id").asLong();
        manager.api()
                .put("/api/events/" + show.id() + "/seats/blocks", Map.of("seatIds", List.of(seat), "blocked", true))
                .has(200);
        manager.api()
                .put("/api/events/" + show.id() + "/room", Map.of("rate", 7, "cap", 70, "mode", "PAUSED"))
                .has(200);
        manager.api().post("/api/events/" + show.id() + "/cancel").has(200);
        String id = manager.api().get("/api/users/me").string("id");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String log = team.owner()
                    .get("/api/organiser/log?size=500&by=" + id)
                    .has(200)
                    .text();
            assertThat(log).contains("MEMBER_JOINED", "SEATS_BLOCKED", "LEVERS_SET", "EVENT_CANCELLED");
        });
        assertThat(Fan.otherOrganiser()
                        .get("/api/organiser/log?size=500&by=" + id)
                        .has(200)
                        .json()
                        .size())
                .isZero();
    }
}
