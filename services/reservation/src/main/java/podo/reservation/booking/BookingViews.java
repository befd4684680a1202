package podo.reservation.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import podo.reservation.booking.move.MovedSeat;
import podo.reservation.booking.move.SeatMoves;
import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.ticket.TicketView;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.show.RecentShows;
import podo.reservation.show.RecentShows.RecentShow;
import podo.reservation.show.ShowChanges;
import podo.reservation.show.ToldChange;

/** Makes the view of a booking, the same one for lists and for the single booking. */
@Component
class BookingViews {

    private final RecentShows shows;
    private final Cancellations cancellations;
    private final Tickets tickets;
    private final SeatMoves moves;
    private final Clock clock;

    BookingViews(RecentShows shows, Cancellations cancellations, Tickets tickets, SeatMoves moves, Clock clock) {
        this.shows = shows;
        this.cancellations = cancellations;
        this.tickets = tickets;
        this.moves = moves;
        this.clock = clock;
    }

    BookingView of(Booking booking) {
        return of(List.of(booking)).getFirst();
    }

    List<BookingView> of(List<Booking> bookings) {
        Instant now = clock.instant();
        Set<Long> eventIds = bookings.stream().map(Booking::eventId).collect(Collectors.toSet());
        Map<Long, RecentShow> known = shows.findAll(eventIds);
        Map<String, Long> refunds = cancellations.refunds(bookings.stream()
                .filter(Booking::anySeatGivenBack)
                .map(Booking::getId)
                .toList());
        Map<String, Set<Long>> handedOver = tickets.handedOver(bookings.stream()
                .filter(booking -> booking.state() == Booking.State.CONFIRMED)
                .map(Booking::getId)
                .toList());
        return bookings.stream()
                .map(booking -> {
                    RecentShow show = known.get(booking.eventId());
                    return BookingView.of(
                            booking,
                            show == null ? null : show.show(),
                            show == null ? List.of() : concerning(booking, show.changes()),
                            refunded(booking, refunds),
                            handedOver.getOrDefault(booking.getId(), Set.of()),
                            now);
                })
                .toList();
    }

    /** The seats that were exchanged for others, oldest first. */
    List<MovedSeat> moves(Booking booking) {
        return moves.ofBooking(booking.getId());
    }

    private static List<ToldChange> concerning(Booking booking, List<ToldChange> changes) {
        return changes.stream()
                .filter(change -> ShowChanges.concerns(change, booking.createdAt()))
                .toList();
    }

    /** The fan's bookings with their tickets. */
    List<BookingView> withTickets(List<Booking> bookings, long fanId) {
        List<BookingView> views = of(bookings);
        Map<String, List<TicketView>> issued = tickets.ofBookings(
                fanId, views.stream().collect(Collectors.toMap(BookingView::id, BookingView::event)));
        return views.stream()
                .map(view -> view.with(issued.getOrDefault(view.id(), List.of())))
                .toList();
    }

    /** Seats that were lost have no cancellation: payment refunds them in full by itself. */
    private static long refunded(Booking booking, Map<String, Long> refunds) {
        return refunds.getOrDefault(booking.getId(), booking.wereSeatsLost() ? booking.amount() : 0);
    }
}
