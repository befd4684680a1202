package podo.reservation.booking.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.reservation.show.ShowChanges;
import podo.starter.problem.Unavailable;

/** The one sum that previews show and cancellations pay back. */
@Component
public class RefundSums {

    private final KnownShows shows;
    private final ShowChanges changes;
    private final Clock clock;

    RefundSums(KnownShows shows, ShowChanges changes, Clock clock) {
        this.shows = shows;
        this.changes = changes;
        this.clock = clock;
    }

    /** Free within the time that a change of the show opened, else at the fees of its refund table. */
    public RefundTable.Refund now(long eventId, Instant bookedAt, List<RefundTable.PaidSeat> seats) {
        Instant now = clock.instant();
        KnownShow show = show(eventId);
        return changes.freeUntil(eventId, bookedAt, now)
                .map(end -> RefundTable.freeUntil(end, seats))
                .orElseGet(() -> RefundTable.refund(show, seats, now));
    }

    /** Whether the show plays or has played; one that was cancelled never does. */
    public boolean hasBegun(long eventId) {
        KnownShow show = show(eventId);
        return !show.cancelled() && !clock.instant().isBefore(show.startsAt());
    }

    private KnownShow show(long eventId) {
        return shows.find(eventId).orElseThrow(Unavailable::new);
    }
}
