package podo.user.team;

import java.util.List;
import org.springframework.stereotype.Component;
import podo.starter.security.Fan;
import podo.starter.team.Membership;
import podo.starter.team.MembershipSource;

/** Memberships as they are in this service's own table. */
@Component
class MembershipTable implements MembershipSource {

    private final Teams teams;

    MembershipTable(Teams teams) {
        this.teams = teams;
    }

    @Override
    public List<Membership> of(Fan account) {
        return teams.memberships(account.id());
    }
}
