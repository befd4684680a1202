package podo.starter.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;
import podo.starter.security.Fan;

class TeamRightsTest {

    private static final Fan MINJI = Fan.of(7);

    private final List<Membership> table = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private boolean userIsAway;
    private final TeamRights rights = new TeamRights(
            account -> {
                if (userIsAway) {
                    throw new ResourceAccessException("away");
                }
                return table;
            },
            true,
            clock);

    @Test
    void aRightIsForTheEventsOfTheMembershipOnly() {
        table.add(new Membership(1, "One", TeamRole.DOOR, Set.of(11L)));
        rights.require(Right.DOOR, MINJI, 1, 11);
        assertThatThrownBy(() -> rights.require(Right.DOOR, MINJI, 1, 12)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rights.require(Right.DOOR, MINJI, 2, 11)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rights.require(Right.REFUND, MINJI, 1, 11))
                .isInstanceOfSatisfying(
                        RoleNeeded.class, refusal -> assertThat(refusal.name()).isEqualTo("role-needed"));
    }

    @Test
    void whatBelongsToTheTeamTakesARoleForAllEventsButForReading() {
        table.add(new Membership(1, "One", TeamRole.MANAGER, Set.of(11L)));
        rights.require(Right.VIEW, MINJI, 1);
        assertThatThrownBy(() -> rights.require(Right.EDIT, MINJI, 1)).isInstanceOf(RoleNeeded.class);
        assertThatThrownBy(() -> rights.home(Right.EDIT, MINJI)).isInstanceOf(RoleNeeded.class);
        table.set(0, new Membership(1, "One", TeamRole.MANAGER, null));
        clock.pass(Duration.ofSeconds(11));
        rights.require(Right.EDIT, MINJI, 1);
        assertThat(rights.home(Right.EDIT, MINJI)).isEqualTo(1);
    }

    @Test
    void theOwnTeamIsTheHome() {
        table.add(new Membership(1, "One", TeamRole.MANAGER, null));
        table.add(new Membership(7, "Own", TeamRole.OWNER, null));
        assertThat(rights.home(Right.EDIT, MINJI)).isEqualTo(7);
    }

    @Test
    void aRemovedMemberIsOutWithinAMinuteWhateverHappens() {
        table.add(new Membership(1, "One", TeamRole.OWNER, null));
        rights.require(Right.EDIT, MINJI, 1, 11);
        table.clear();
        clock.pass(Duration.ofSeconds(11));
        assertThatThrownBy(() -> rights.require(Right.EDIT, MINJI, 1, 11)).isInstanceOf(NotFound.class);

        table.add(new Membership(1, "One", TeamRole.OWNER, null));
        clock.pass(Duration.ofSeconds(2));
        rights.require(Right.EDIT, MINJI, 1, 11);
        userIsAway = true;
        clock.pass(Duration.ofSeconds(30));
        rights.require(Right.EDIT, MINJI, 1, 11);
        clock.pass(Duration.ofSeconds(29));
        assertThatThrownBy(() -> rights.require(Right.EDIT, MINJI, 1, 11)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoHasJustJoinedNeedNotWait() {
        assertThat(rights.of(MINJI)).isEmpty();
        table.add(new Membership(1, "One", TeamRole.OWNER, null));
        clock.pass(Duration.ofSeconds(1));
        assertThat(rights.of(MINJI)).hasSize(1);
    }

    @Test
    void theRefusalNamesTheRolesOfTheTable() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            ResourceBundle texts = ResourceBundle.getBundle("podo.starter.problems", language);
            for (Right right : Right.values()) {
                String named = texts.getString("roles-with." + right);
                Set<TeamRole> found = names(language).entrySet().stream()
                        .filter(name -> named.contains(name.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                assertThat(found).as("%s in %s", right, language).isEqualTo(Set.copyOf(right.roles()));
            }
        }
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../../docs/roles.md"));
        for (Right right : Right.values()) {
            String line = lines.stream()
                    .filter(one -> one.startsWith("| `" + right + "` |"))
                    .findFirst()
                    .orElseThrow();
            for (TeamRole role : TeamRole.values()) {
                assertThat(line.split("\\|")[2 + role.ordinal()].strip())
                        .as("%s of %s", right, role)
                        .isEqualTo(role.has(right) ? "yes" : "–");
            }
        }
    }

    private static Map<TeamRole, String> names(Locale language) {
        return language.equals(Locale.KOREAN)
                ? Map.of(
                        TeamRole.OWNER, "소유자",
                        TeamRole.MANAGER, "관리자",
                        TeamRole.BOX_OFFICE, "매표소",
                        TeamRole.DOOR, "입장",
                        TeamRole.FINANCE, "정산",
                        TeamRole.VIEWER, "열람")
                : Map.of(
                        TeamRole.OWNER, "owner",
                        TeamRole.MANAGER, "manager",
                        TeamRole.BOX_OFFICE, "box office",
                        TeamRole.DOOR, "door",
                        TeamRole.FINANCE, "finance",
                        TeamRole.VIEWER, "viewer");
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-12-12T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
