package podo.web.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SeatListViewTest {

    private final HallPlan plan = HallPlan.read("""
            {"version": 1, "grades": [{"name": "R", "price": 77000}], "sections": ["A"], "seats": [
            [1, 0, "1", 1, 0, 0, 0, 0], [2, 0, "1", 2, 0, 1, 10, 0],
            [3, 0, "1", 3, 0, 2, 20, 0], [4, 0, "1", 4, 0, 0, 30, 0]]}
            """.getBytes(StandardCharsets.UTF_8), new JsonMapper());

    @Test
    void aFanWhoNeedsAnAccessibleSeatMayHoldItAndItsCompanionSeats() {
        assertThat(free("abbb", true)).containsExactly(1, 2, 3);
        assertThat(free("abbb", false)).containsExactly(1);
        assertThat(free("ahsb", true)).containsExactly(1);
    }

    @Test
    void whoAsksForAccessibleSeatsIsShownTheirRowsAndWhatIsChosen() {
        HallPlan hall = HallPlan.read("""
                {"version": 1, "grades": [{"name": "R", "price": 77000}], "sections": ["A", "B"], "seats": [
                [1, 0, "1", 1, 0, 0, 0, 0], [2, 0, "2", 1, 0, 0, 0, 10],
                [3, 0, "3", 1, 0, 1, 0, 20], [4, 1, "1", 1, 0, 0, 0, 30]]}
                """.getBytes(StandardCharsets.UTF_8), new JsonMapper());
        SeatListView asked = new SeatListView(hall, "aaba", List.of(), true);
        assertThat(asked.rows(0, Set.of(1))).extracting(SeatListView.Row::row).containsExactly("1", "3");
        assertThat(asked.sections()).extracting(SeatListView.Section::name).containsExactly("A");
        SeatListView all = new SeatListView(hall, "aaba", List.of(), false);
        assertThat(all.rows(0, Set.of())).hasSize(3);
        assertThat(all.sections()).hasSize(2);
    }

    @Test
    void noMorePlacesAreChosenThanAreLeft() {
        HallPlan withPit = HallPlan.read("""
                {"version": 1, "grades": [{"name": "R", "price": 77000}], "sections": [], "seats": [],
                 "areas": [[12, "Pit", 0, 80, 0, 0, 90, 40]]}
                """.getBytes(StandardCharsets.UTF_8), new JsonMapper());
        SeatListView.ListedArea pit = new SeatListView(withPit, "", List.of(3), false)
                .areas(Map.of(12L, 9, 13L, 1), 4)
                .getFirst();

        assertThat(pit).extracting("free", "capacity", "most", "chosen").containsExactly(3, 80, 4, 3);
        assertThat(pit.has(3)).isTrue();
        assertThat(pit.has(4)).isFalse();
    }

    private int[] free(String states, boolean accessible) {
        SeatListView seats = new SeatListView(plan, states, List.of(), accessible);
        return IntStream.rangeClosed(1, 4).filter(seats::isFree).toArray();
    }
}
