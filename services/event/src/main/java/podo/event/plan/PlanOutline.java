package podo.event.plan;

import java.util.List;

/** What lists and forms show of a plan, so that they need not read its seats; {@code seats} counts places in areas too. */
public record PlanOutline(List<Section> sections, int seats) {

    public static PlanOutline of(SeatingPlan plan) {
        return new PlanOutline(
                plan.sections().stream().map(Section::of).toList(),
                Math.toIntExact(plan.seatCount() + plan.placeCount()));
    }
}
