package podo.event.show;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import podo.contracts.event.Show;

/** All that an organiser decides about a show; see {@link EventRequest} for what each part may be. */
@Embeddable
record Terms(
        String title,
        String description,
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

    /** The seats or what they cost differ, so that they must be laid out anew. */
    boolean anotherPlanThan(Terms other) {
        return venueId != other.venueId || !grades.equals(other.grades);
    }
}
