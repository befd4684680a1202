package podo.event.show.terms;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import podo.contracts.event.Show;

/** Everything an organiser decides about an event, complete and valid; see {@link EventRequest} for the bounds. */
@Embeddable
public record Terms(
        String title,
        String description,
        Facts facts,
        long venueId,
        Instant startsAt,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        int seatsPerFan,
        @Convert(converter = JsonColumns.Grades.class) List<Grade> grades,
        int admissionPerSecond,
        int admissionCap,
        int extensions,
        @Enumerated(EnumType.STRING) Show.SingleSeatPolicy singleSeatPolicy,
        @Convert(converter = JsonColumns.Fees.class) List<Show.RefundFee> refundFees) {

    /** Whether the seats or their prices differ, so that the inventory needs a new plan. */
    public boolean needsNewPlan(Terms previous) {
        return venueId != previous.venueId || !grades.equals(previous.grades);
    }
}
