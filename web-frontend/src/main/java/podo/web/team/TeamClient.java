package podo.web.team;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import podo.starter.team.Membership;
import podo.starter.team.TeamRole;

/** Teams, at the user service. */
interface TeamClient {

    /** @param events null for all of the team */
    record Member(
            long accountId,
            String name,
            String email,
            TeamRole role,
            @Nullable Set<Long> events,
            Instant since) {}

    record Invitation(
            long id, String email, TeamRole role, @Nullable Set<Long> events, Instant endsAt) {}

    record Team(long id, String name, List<Member> members, List<Invitation> invitations) {}

    record Name(String name) {}

    record Role(String role, @Nullable List<Long> events) {}

    record Invite(String email, String role, @Nullable List<Long> events) {}

    record Owner(long accountId) {}

    /** What an invitation's link offers. */
    record Offer(String team, TeamRole role, boolean forCaller) {}

    record Token(String token) {

        @Override
        public String toString() {
            return "Token";
        }
    }

    @GetExchange("/api/teams")
    List<Membership> mine();

    @GetExchange("/api/teams/{id}")
    Team find(@PathVariable long id);

    @PutExchange("/api/teams/{id}")
    void rename(@PathVariable long id, @RequestBody Name name);

    @PutExchange("/api/teams/{id}/members/{accountId}")
    void change(@PathVariable long id, @PathVariable long accountId, @RequestBody Role role);

    @DeleteExchange("/api/teams/{id}/members/{accountId}")
    void remove(@PathVariable long id, @PathVariable long accountId);

    @PostExchange("/api/teams/{id}/owner")
    void handOver(@PathVariable long id, @RequestBody Owner owner);

    @PostExchange("/api/teams/{id}/invitations")
    void invite(@PathVariable long id, @RequestBody Invite invite);

    @DeleteExchange("/api/teams/{id}/invitations/{invitation}")
    void withdraw(@PathVariable long id, @PathVariable long invitation);

    @PostExchange("/api/teams/invitations/look")
    Offer look(@RequestBody Token token);

    @PostExchange("/api/teams/invitations/accept")
    void accept(@RequestBody Token token);
}
