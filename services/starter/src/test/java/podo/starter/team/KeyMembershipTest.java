package podo.starter.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podo.starter.key.ApiScope;
import podo.starter.key.TeamKey;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

class KeyMembershipTest {

    private final TeamRights rights = new TeamRights(
            account -> {
                throw new AssertionError("the token says which team it is");
            },
            true,
            Clock.systemUTC());

    private static Fan key(Set<ApiScope> scopes) {
        return Fan.of(new TeamKey(17, 7, scopes, false));
    }

    @Test
    void aKeyHasTheSmallestRoleForItsScopes() {
        assertThat(List.of(
                        role(Set.of(ApiScope.EVENTS_READ)),
                        role(Set.of(ApiScope.CHECKINS_WRITE)),
                        role(Set.of(ApiScope.ORDERS_READ)),
                        role(Set.of(ApiScope.MONEY_READ)),
                        role(EnumSet.allOf(ApiScope.class))))
                .containsExactly(
                        TeamRole.VIEWER, TeamRole.DOOR, TeamRole.BOX_OFFICE, TeamRole.FINANCE, TeamRole.MANAGER);
    }

    @Test
    void aKeyActsForItsTeamAlone() {
        Fan key = key(Set.of(ApiScope.ORDERS_READ));
        rights.require(Right.ORDERS_READ, key, 7, 11);
        assertThatThrownBy(() -> rights.require(Right.ORDERS_READ, key, 8, 11)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rights.require(Right.REFUND, key, 7, 11)).isInstanceOf(RoleNeeded.class);
        assertThat(rights.home(Right.ORDERS_READ, key)).isEqualTo(7);
    }

    @Test
    void noKeyChangesATeam() {
        assertThatThrownBy(() -> rights.require(Right.TEAM, key(EnumSet.allOf(ApiScope.class)), 7))
                .isInstanceOf(RoleNeeded.class);
    }

    private TeamRole role(Set<ApiScope> scopes) {
        return rights.of(key(scopes)).getFirst().role();
    }
}
