package podo.event.venue.exchange;

import java.util.List;
import java.util.Map;
import podo.event.plan.SeatingPlan;

/** A section of seats whose places in the hall are known: its origin is the middle of its front, so that it can be turned there. */
final class CentredSection {

    private CentredSection() {}

    static SeatingPlan.Section of(String name, Map<String, List<SeatingPlan.Seat>> rows) {
        var xs = rows.values().stream()
                .flatMap(List::stream)
                .mapToDouble(SeatingPlan.Seat::x)
                .summaryStatistics();
        double middle = Math.rint((xs.getMin() + xs.getMax()) / 2);
        double front = rows.values().stream()
                .flatMap(List::stream)
                .mapToDouble(SeatingPlan.Seat::y)
                .min()
                .orElse(0);
        return new SeatingPlan.Section(
                name,
                middle,
                front,
                0.0,
                0.0,
                rows.entrySet().stream()
                        .map(row -> new SeatingPlan.Row(
                                row.getKey(),
                                row.getValue().stream()
                                        .map(seat -> moved(seat, -middle, -front))
                                        .toList()))
                        .toList());
    }

    private static SeatingPlan.Seat moved(SeatingPlan.Seat seat, double dx, double dy) {
        return new SeatingPlan.Seat(
                seat.number(), seat.x() + dx, seat.y() + dy, seat.grade(), seat.kind(), seat.view());
    }
}
