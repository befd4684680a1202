package podo.web.seats;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of the seat page: what the fan looks at and has chosen so far.
 *
 * @param view {@code list}, or null for the map
 * @param section index of the section that the list shows
 * @param seat chosen seats by their number within the event; {@link #chosen()} uses the first 20
 * @param area ids of standing areas
 * @param places how many places are chosen in each {@code area}, in the same order; {@link #placesByArea()} joins them
 * @param accessible the fan needs accessible seats
 * @param total what the map showed that the chosen seats cost together, in whole won
 * @param seen what the list showed that each grade costs, in whole won
 */
record SeatSelection(
        @Nullable String view,
        @Nullable Integer section,
        @Nullable Set<Integer> seat,
        @Nullable List<Long> area,
        @Nullable List<Integer> places,
        @Nullable Boolean accessible,
        @Nullable Long total,
        @Nullable List<Long> seen) {

    private static final int MAX_SEATS = 20;
    private static final int MAX_AREAS = 20;
    private static final String LIST = "list";

    boolean isList() {
        return LIST.equals(view);
    }

    boolean needsAccessible() {
        return Boolean.TRUE.equals(accessible);
    }

    Set<Integer> chosen() {
        return seat == null
                ? Set.of()
                : seat.stream().limit(MAX_SEATS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Chosen places by area, without areas of which none are chosen. */
    Map<Long, Integer> placesByArea() {
        Map<Long, Integer> chosen = new LinkedHashMap<>();
        if (area != null && places != null) {
            for (int i = 0; i < Math.min(area.size(), places.size()) && chosen.size() < MAX_AREAS; i++) {
                if (area.get(i) != null && places.get(i) != null && places.get(i) > 0) {
                    chosen.put(area.get(i), places.get(i));
                }
            }
        }
        return chosen;
    }

    boolean isEmpty() {
        return chosen().isEmpty() && placesByArea().isEmpty();
    }

    SeatSelection asList() {
        return new SeatSelection(LIST, section, seat, area, places, accessible, null, null);
    }

    SeatSelection with(Set<Integer> seats, Map<Long, Integer> chosenPlaces) {
        return new SeatSelection(
                view,
                section,
                seats,
                List.copyOf(chosenPlaces.keySet()),
                List.copyOf(chosenPlaces.values()),
                accessible,
                total,
                seen);
    }

    /** The list with these seats and places chosen, open at the section of the seats. */
    SeatSelection asListOf(Set<Integer> seats, Map<Long, Integer> chosenPlaces) {
        return new SeatSelection(LIST, null, seats, null, null, accessible, null, null).with(seats, chosenPlaces);
    }

    /** What the page showed that the chosen seats cost together; null when it did not say, or of seats that the plan does not have. */
    @Nullable
    Long expectedTotal(HallPlan plan) {
        if (total != null || seen == null) {
            return total;
        }
        long sum = 0;
        for (int seq : chosen()) {
            int grade = plan.seat(seq).map(HallPlan.Seat::grade).orElse(-1);
            if (grade < 0 || grade >= seen.size()) {
                return null;
            }
            sum += seen.get(grade);
        }
        for (Map.Entry<Long, Integer> wish : placesByArea().entrySet()) {
            int grade = plan.areas().stream()
                    .filter(one -> one.id() == wish.getKey())
                    .findFirst()
                    .map(HallPlan.Area::grade)
                    .orElse(-1);
            if (grade < 0 || grade >= seen.size()) {
                return null;
            }
            sum += seen.get(grade) * wish.getValue();
        }
        return sum;
    }

    /** The chosen seats and places as query parameters, each with a leading {@code &}. */
    String seatParameters() {
        return chosen().stream().map(seq -> "&seat=" + seq).collect(Collectors.joining())
                + placesByArea().entrySet().stream()
                        .map(wish -> "&area=" + wish.getKey() + "&places=" + wish.getValue())
                        .collect(Collectors.joining());
    }

    String accessibleParameter() {
        return needsAccessible() ? "&accessible=true" : "";
    }
}
