package podo.user.team;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.team.Membership;

/** Tells the other services in which teams an account is. */
@RestController
class MembershipController {

    private final Teams teams;

    MembershipController(Teams teams) {
        this.teams = teams;
    }

    @GetMapping("/internal/accounts/{accountId}/memberships")
    List<Membership> memberships(@PathVariable long accountId) {
        return teams.memberships(accountId);
    }
}
