package podo.payment.order;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The column {@code seat_ids}: the ids joined with commas, empty for none. */
public final class SeatIdsColumn {

    private SeatIdsColumn() {}

    public static String write(List<Long> seatIds) {
        return seatIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static List<Long> read(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",")).map(Long::valueOf).toList();
    }
}
