package podo.web.seats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of the seat page: what the fan looks at and has chosen so far.
 *
 * @param view {@code list}, or null for the map
 * @param section index of the section that the list shows
 * @param seat chosen seats by their number within the event; {@link #chosen()} uses the first 20
 * @param accessible the fan needs accessible seats
 * @param total what the map showed that the chosen seats cost together, in whole won
 * @param seen what the list showed that each grade costs, in whole won
 */
record SeatSelection(
        @Nullable String view,
        @Nullable Integer section,
        @Nullable Set<Integer> seat,
        @Nullable Boolean accessible,
        @Nullable Long total,
        @Nullable List<Long> seen) {

    private static final int MAX_SEATS = 20;
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

    SeatSelection asList() {
        return new SeatSelection(LIST, section, seat, accessible, null, null);
    }

    SeatSelection withSeats(Set<Integer> seats) {
        return new SeatSelection(view, section, seats, accessible, total, seen);
    }

    /** The list with these seats chosen, open at their section. */
    SeatSelection asListOf(Set<Integer> seats) {
        return new SeatSelection(LIST, null, seats, accessible, null, null);
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
        return sum;
    }

    /** The chosen seats as query parameters, each with a leading {@code &}. */
    String seatParameters() {
        return chosen().stream().map(seq -> "&seat=" + seq).collect(Collectors.joining());
    }

    String accessibleParameter() {
        return needsAccessible() ? "&accessible=true" : "";
    }
}
