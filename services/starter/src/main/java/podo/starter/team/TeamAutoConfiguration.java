package podo.starter.team;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;

/** Rights in teams. A service that asks about them has {@link MembershipClient} among its clients of the user service. */
@AutoConfiguration(afterName = "podo.starter.security.TokenAutoConfiguration")
class TeamAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TeamRights teamRights(
            ObjectProvider<MembershipSource> known,
            ObjectProvider<MembershipClient> client,
            ObjectProvider<FanTokens> own,
            ObjectProvider<Clock> clock) {
        return new TeamRights(
                known.getIfAvailable(() -> source(client, own.getIfAvailable() != null)),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    TeamAccess teamAccess(TeamRights teams) {
        return new TeamAccess(teams);
    }

    /** Whoever issues tokens without knowing of teams, as tests of one service do, has a team for each organiser. */
    private static MembershipSource source(ObjectProvider<MembershipClient> client, boolean issuesTokens) {
        if (issuesTokens) {
            return TeamAutoConfiguration::alone;
        }
        return account -> client.getObject().of(account.id());
    }

    private static List<Membership> alone(Fan account) {
        return account.isOrganiser() ? List.of(new Membership(account.id(), "", TeamRole.OWNER, null)) : List.of();
    }
}
