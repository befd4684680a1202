package podo.web.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedChangeTest {

    private static final Set<SharedPart> ALL = EnumSet.allOf(SharedPart.class);

    private final Map<String, Object> friday = event("Moon", "2026-12-11T10:30:00Z", "2026-12-11T10:00:00Z");
    private final Map<String, Object> saturday = event("Moon 2", "2026-12-12T06:00:00Z", "2026-12-12T05:00:00Z");
    private final Map<String, Object> after = new HashMap<>(friday);

    private static Map<String, Object> event(String title, String startsAt, String salesEndAt) {
        Map<String, Object> event = new HashMap<>();
        event.put("title", title);
        event.put("startsAt", startsAt);
        event.put("salesEndAt", salesEndAt);
        event.put("onSaleAt", "2026-11-01T11:00:00Z");
        event.put("doorsAt", null);
        event.put("grades", List.of(Map.of("name", "R", "price", 66_000)));
        event.put("seatsPerFan", 4);
        return event;
    }

    private Map<String, Object> changed(Set<SharedPart> parts) {
        return Objects.requireNonNull(SharedChange.bodyOf(friday, after, saturday, parts));
    }

    private @Nullable Map<String, Object> nothing(SharedPart part) {
        return SharedChange.bodyOf(friday, after, saturday, EnumSet.of(part));
    }

    @Test
    void whatWasNotChangedStaysAsItIsOnTheOtherDate() {
        after.put("seatsPerFan", 2);
        assertThat(changed(ALL)).isEqualTo(with("seatsPerFan", 2));
    }

    @Test
    void theHoldTimeGoesWithTheRules() {
        after.put("holdSeconds", 120);
        assertThat(changed(EnumSet.of(SharedPart.RULES))).isEqualTo(with("holdSeconds", 120));
        assertThat(nothing(SharedPart.FACTS)).isNull();
    }

    @Test
    void aPartThatIsNotChosenStaysWhereItIs() {
        after.put("title", "Sun");
        after.put("grades", List.of());
        assertThat(changed(EnumSet.of(SharedPart.PRICES))).isEqualTo(with("grades", List.of()));
        assertThat(nothing(SharedPart.RULES)).isNull();
    }

    @Test
    void timesMoveByTheSameDifference() {
        after.put("startsAt", Instant.parse("2026-12-11T12:30:00Z"));
        after.put("salesEndAt", Instant.parse("2026-12-11T12:00:00Z"));
        after.put("onSaleAt", Instant.parse("2026-11-02T11:00:00Z"));
        Map<String, Object> moved = changed(ALL);
        assertThat(moved.get("startsAt")).isEqualTo(Instant.parse("2026-12-12T08:00:00Z"));
        assertThat(moved.get("salesEndAt")).isEqualTo(Instant.parse("2026-12-12T07:00:00Z"));
        assertThat(moved.get("onSaleAt")).isEqualTo(Instant.parse("2026-11-02T11:00:00Z"));
    }

    @Test
    void anEndOfTheSaleThatOnlyFollowsTheStartDoesNotMoveWithoutIt() {
        after.put("startsAt", Instant.parse("2026-12-11T12:30:00Z"));
        after.put("salesEndAt", Instant.parse("2026-12-11T12:00:00Z"));
        assertThat(nothing(SharedPart.SALE)).isNull();
        after.put("salesEndAt", Instant.parse("2026-12-11T12:20:00Z"));
        assertThat(changed(EnumSet.of(SharedPart.SALE)).get("salesEndAt"))
                .isEqualTo(Instant.parse("2026-12-12T07:20:00Z"));
    }

    @Test
    void aTimeThatIsNewStandsAsFarFromEachStart() {
        after.put("doorsAt", Instant.parse("2026-12-11T10:00:00Z"));
        assertThat(changed(ALL)).isEqualTo(with("doorsAt", Instant.parse("2026-12-12T05:30:00Z")));
        friday.put("doorsAt", "2026-12-11T10:00:00Z");
        after.put("doorsAt", null);
        saturday.put("doorsAt", "2026-12-12T05:00:00Z");
        assertThat(changed(ALL).get("doorsAt")).isNull();
    }

    private Map<String, Object> with(String member, Object value) {
        Map<String, Object> expected = new HashMap<>(saturday);
        expected.put(member, value);
        return expected;
    }
}
