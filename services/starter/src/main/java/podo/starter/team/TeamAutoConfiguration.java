package podo.starter.team;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
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
        MembershipSource atHand = known.getIfAvailable();
        if (atHand == null && own.getIfAvailable() != null) {
            atHand = alone();
        }
        MembershipSource source = atHand;
        return new TeamRights(
                source == null ? account -> client.getObject().of(account.id()) : source,
                source == null,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    TeamAccess teamAccess(TeamRights teams) {
        return new TeamAccess(teams);
    }

    /** Whoever issues tokens without knowing of teams, as tests of one service do, has a team for each organiser. */
    private static MembershipSource alone() {
        return account ->
                account.isOrganiser() ? List.of(new Membership(account.id(), "", TeamRole.OWNER, null)) : List.of();
    }
}
