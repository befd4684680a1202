package podo.web.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

    private int[] free(String states, boolean accessible) {
        SeatListView seats = new SeatListView(plan, states, accessible);
        return IntStream.rangeClosed(1, 4).filter(seats::isFree).toArray();
    }
}
