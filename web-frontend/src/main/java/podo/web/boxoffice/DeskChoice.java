package podo.web.boxoffice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatIds;

/**
 * What was chosen on the map or in the list.
 *
 * @param view {@code list}, or null for the map
 * @param section name of the section that the list shows
 * @param seat seats by their number within the event
 * @param area ids of standing areas; {@code places} how many of each, in the same order
 */
record DeskChoice(
        @Nullable String view,
        @Nullable String section,
        @Nullable Set<@Nullable Integer> seat,
        @Nullable List<@Nullable Long> area,
        @Nullable List<@Nullable Integer> places) {

    static final int MOST = 50;
    private static final int MOST_AREAS = 50;

    boolean isList() {
        return "list".equals(view);
    }

    Set<Integer> seqs() {
        Set<Integer> seqs = new LinkedHashSet<>();
        if (seat != null) {
            for (Integer seq : seat) {
                if (seq != null && seq > 0 && seq < SeatIds.SEATS_PER_EVENT && seqs.size() < MOST) {
                    seqs.add(seq);
                }
            }
        }
        return seqs;
    }

    List<Long> seatIds(long eventId) {
        return seqs().stream().map(seq -> SeatIds.of(eventId, seq)).toList();
    }

    /** Chosen places by area, without areas of which none are chosen. */
    Map<Long, Integer> placesByArea() {
        Map<Long, Integer> chosen = new LinkedHashMap<>();
        if (area != null && places != null) {
            for (int i = 0; i < Math.min(area.size(), places.size()) && chosen.size() < MOST_AREAS; i++) {
                Long id = area.get(i);
                Integer count = places.get(i);
                if (id != null && count != null && count > 0) {
                    chosen.put(id, Math.min(count, MOST));
                }
            }
        }
        return chosen;
    }

    /** The chosen seats and places as query parameters, each with a leading {@code &}. */
    String parameters() {
        return seqs().stream().map(seq -> "&seat=" + seq).collect(Collectors.joining())
                + placesByArea().entrySet().stream()
                        .map(wish -> "&area=" + wish.getKey() + "&places=" + wish.getValue())
                        .collect(Collectors.joining());
    }
}
