package podo.inventory.hold.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import podo.contracts.inventory.SeatIds;
import podo.inventory.hold.HeldArea;

/** The column {@code hold.areas}: {@code area:places}, comma-separated; the places' ids follow those of the seats in {@code seat_ids}. */
final class HeldAreasColumn {

    private HeldAreasColumn() {}

    static String write(List<HeldArea> areas) {
        return areas.stream()
                .map(area -> area.areaId() + ":" + area.placeIds().size())
                .collect(Collectors.joining(","));
    }

    static List<Long> seats(List<Long> ids) {
        return ids.stream().filter(id -> !SeatIds.isPlace(id)).toList();
    }

    static List<HeldArea> read(String column, List<Long> ids) {
        if (column.isEmpty()) {
            return List.of();
        }
        List<Long> places = ids.stream().filter(SeatIds::isPlace).toList();
        List<HeldArea> areas = new ArrayList<>();
        int from = 0;
        for (String entry : column.split(",")) {
            int colon = entry.indexOf(':');
            int to = from + Integer.parseInt(entry.substring(colon + 1));
            areas.add(new HeldArea(Long.parseLong(entry.substring(0, colon)), List.copyOf(places.subList(from, to))));
            from = to;
        }
        return List.copyOf(areas);
    }
}
