package podo.event.show.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;
import podo.contracts.event.Show;
import podo.event.show.EventSnapshot;
import podo.event.show.terms.Grade;
import podo.event.show.terms.Terms;

/** An event as the API answers it; times are ISO-8601 instants, prices whole won. */
record EventResponse(
        long id,
        String title,
        String description,
        long venueId,
        String venue,
        String address,
        String city,
        EventKind kind,
        @Nullable Integer runningMinutes,
        @Nullable Integer minimumAge,
        Instant startsAt,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        EventStatus status,
        int seatsPerFan,
        List<Grade> grades,
        int capacity,
        int planVersion,
        int admissionPerSecond,
        int admissionCap,
        int extensions,
        Show.SingleSeatPolicy singleSeatPolicy,
        List<Show.RefundFee> refundFees,
        boolean handoverAllowed,
        int handoverEndsHours) {

    static EventResponse of(EventSnapshot event, Instant now) {
        Terms terms = event.terms();
        return new EventResponse(
                event.id(),
                terms.title(),
                terms.description(),
                terms.venueId(),
                event.venue(),
                event.address(),
                event.city(),
                terms.facts().kind(),
                terms.facts().runningMinutes(),
                terms.facts().minimumAge(),
                terms.startsAt(),
                terms.lobbyOpensAt(),
                terms.onSaleAt(),
                terms.salesEndAt(),
                event.statusAt(now),
                terms.seatsPerFan(),
                terms.grades(),
                event.capacity(),
                event.planVersion(),
                terms.admissionPerSecond(),
                terms.admissionCap(),
                terms.extensions(),
                terms.singleSeatPolicy(),
                terms.refundFees(),
                terms.handover().allowed(),
                terms.handover().endsHours());
    }
}
