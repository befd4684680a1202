package podo.e2e.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.RunningStack;

/** Members of the demo organiser's team, each invited by mail. */
public final class TeamMembers {

    private final Set<Long> joined = ConcurrentHashMap.newKeySet();
    private final Api owner = Fan.organiser();
    private final long team = Long.parseLong(owner.get("/api/users/me").string("id"));

    public long team() {
        return team;
    }

    public Api owner() {
        return owner;
    }

    /** One member of each role; the owner is the demo organiser, who is to stay the only one. */
    Map<String, Fan> ofEachRole() {
        Map<String, Fan> members = new LinkedHashMap<>();
        for (String role : RoleTable.ROLES) {
            members.put(
                    role,
                    role.equals("OWNER")
                            ? new Fan(team, "organiser@podo.dev", RunningStack.DEMO_PASSWORD, owner)
                            : join(Fan.fresh(), role, null));
        }
        return members;
    }

    /** @param events null for all of the team */
    public Fan join(Fan fan, String role, @Nullable List<Long> events) {
        Map<String, Object> invitation = events == null
                ? Map.of("email", fan.email(), "role", role)
                : Map.of("email", fan.email(), "role", role, "events", events);
        owner.post("/api/teams/" + team + "/invitations", invitation).has(201);
        accept(fan);
        joined.add(fan.id());
        return fan;
    }

    /** The demo organiser is alone again, as other tests expect. */
    void leave() {
        joined.forEach(
                id -> owner.delete("/api/teams/" + team + "/members/" + id).isOneOf(204, 404));
    }

    /** With the link of the mail. */
    static void accept(Fan fan) {
        String link = Mailbox.link(Mailbox.awaitMail(fan.email(), "/team/invitation"), "/team/invitation");
        fan.api()
                .post("/api/teams/invitations/accept", Map.of("token", link.substring(link.indexOf("token=") + 6)))
                .has(200);
    }
}
