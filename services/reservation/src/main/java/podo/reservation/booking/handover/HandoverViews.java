package podo.reservation.booking.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.show.BookedShow;
import podo.reservation.show.KnownShow;
import podo.reservation.show.RecentShows;

/** Makes the views of links, with the names of those who gave or got. */
@Component
class HandoverViews {

    private final RecentShows shows;
    private final AccountNames names;
    private final Clock clock;

    HandoverViews(RecentShows shows, AccountNames names, Clock clock) {
        this.shows = shows;
        this.names = names;
        this.clock = clock;
    }

    HandoverView of(Handover handover, long fanId) {
        return of(List.of(handover), fanId).getFirst();
    }

    List<HandoverView> of(List<Handover> handovers, long fanId) {
        Instant now = clock.instant();
        Map<Long, KnownShow> known =
                shows.findShows(handovers.stream().map(Handover::eventId).collect(Collectors.toSet()));
        Set<Long> others = new HashSet<>();
        handovers.forEach(handover -> {
            Long other = other(handover, fanId);
            if (other != null) {
                others.add(other);
            }
        });
        Map<Long, KnownAccount> named = names.find(others);
        return handovers.stream()
                .map(handover -> of(handover, fanId, known.get(handover.eventId()), named, now))
                .toList();
    }

    private static HandoverView of(
            Handover handover, long fanId, @Nullable KnownShow show, Map<Long, KnownAccount> named, Instant now) {
        Long other = other(handover, fanId);
        KnownAccount account = other == null ? null : named.get(other);
        return new HandoverView(
                handover.id(),
                handover.bookingId(),
                handover.giverId() == fanId,
                handover.stateAt(now),
                account == null ? "" : account.name(),
                BookedShow.of(handover.eventId(), show),
                handover.tickets().stream()
                        .map(ticket -> new HandoverView.Ticket(
                                ticket.ticketId(),
                                new HandoverView.Seat(
                                        ticket.seatId(),
                                        ticket.section(),
                                        ticket.row(),
                                        ticket.number(),
                                        ticket.grade(),
                                        ticket.kind())))
                        .toList(),
                handover.createdAt(),
                handover.expiresAt(),
                handover.endedAt(),
                null,
                null);
    }

    private static @Nullable Long other(Handover handover, long fanId) {
        return handover.giverId() == fanId ? handover.receiverId() : Long.valueOf(handover.giverId());
    }
}
