package podo.event.show.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;
import podo.contracts.event.EventStatus;
import podo.contracts.event.Show;
import podo.contracts.event.ShowChange;
import podo.event.show.EventSnapshot;
import podo.event.show.terms.Grade;
import podo.event.show.terms.Terms;
import podo.event.show.terms.Texts;

/**
 * An event as the API answers it; times are ISO-8601 instants, prices whole won.
 *
 * @param holdSeconds how long seats are held; null for as long as this installation holds them
 * @param version rises whenever the event is saved; sent back with a change, it keeps two editors from overwriting each other
 * @param changes what buyers were told about it since it was published, newest first
 * @param texts in languages of the pages, where they differ from {@code title}, {@code description} and {@code notes}
 * @param poster null while no picture is uploaded
 * @param seriesId the same for all dates of a show; null for an event that never had others
 * @param otherDates of the same show, by their start; drafts only for their team, with {@code mine=true}
 */
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
        @Nullable Instant doorsAt,
        @Nullable String notes,
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
        @Nullable Integer holdSeconds,
        Show.SingleSeatPolicy singleSeatPolicy,
        List<Show.RefundFee> refundFees,
        boolean handoverAllowed,
        int handoverEndsHours,
        int version,
        List<ShowChange> changes,
        @Nullable PosterLinks poster,
        List<Texts> texts,
        @Nullable Long seriesId,
        List<OtherDate> otherDates) {

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
                terms.facts().doorsAt(),
                terms.facts().notes(),
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
                terms.holdSeconds(),
                terms.singleSeatPolicy(),
                terms.refundFees(),
                terms.handover().allowed(),
                terms.handover().endsHours(),
                event.version(),
                event.changes(),
                PosterLinks.of(event),
                terms.texts(),
                event.seriesId(),
                event.otherDates().stream().map(date -> OtherDate.of(date, now)).toList());
    }
}
