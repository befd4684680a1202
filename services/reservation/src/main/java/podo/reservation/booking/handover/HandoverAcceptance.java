package podo.reservation.booking.handover;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.reservation.TicketsHandedOver;
import podo.outbox.Outbox;
import podo.reservation.account.KnownAccounts;
import podo.reservation.booking.handover.Handover.HandedTicket;
import podo.reservation.booking.handover.refusal.HandoverClosed;
import podo.reservation.booking.handover.refusal.HandoverEnded;
import podo.reservation.booking.handover.refusal.OwnHandover;
import podo.reservation.booking.handover.refusal.TicketNotTransferable;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.booking.ticket.name.TicketNames;
import podo.reservation.show.KnownShows;
import podo.starter.problem.NotFound;

/** Shows a link to whoever has it, and gives its tickets to the first who accepts. */
@Service
class HandoverAcceptance {

    private final Handovers handovers;
    private final KnownShows shows;
    private final Tickets tickets;
    private final TicketNames names;
    private final KnownAccounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    HandoverAcceptance(
            Handovers handovers,
            KnownShows shows,
            Tickets tickets,
            TicketNames names,
            KnownAccounts accounts,
            Outbox outbox,
            Clock clock) {
        this.handovers = handovers;
        this.shows = shows;
        this.tickets = tickets;
        this.names = names;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for a secret that is none, and what {@link #accept} would throw. */
    Handover look(HandoverSecret secret, long fanId) {
        Handover handover = handovers.findBySecret(secret).orElseThrow(NotFound::new);
        requireAcceptable(handover, fanId);
        return handover;
    }

    /**
     * The tickets are the fan's from now on, in a new generation: codes of the giver let nobody in. A repeat by the same fan changes nothing.
     * Throws {@link OwnHandover}, {@link HandoverEnded} and {@link HandoverClosed}.
     */
    @Transactional
    public Handover accept(HandoverSecret secret, long fanId) {
        Handover known = handovers.findBySecret(secret).orElseThrow(NotFound::new);
        handovers.lockBooking(known.bookingId());
        handovers.lockTickets(known);
        Handover handover = handovers.find(known.id()).orElseThrow(NotFound::new);
        requireAcceptable(handover, fanId);
        if (handover.isAcceptedBy(fanId)) {
            return handover;
        }
        if (handovers.isAnyOfferedBack(handover)) {
            throw new TicketNotTransferable(); // offered back since the caller ended what was offered before
        }
        if (!handovers.accept(handover.id(), fanId)) {
            Handover ended = handovers.find(handover.id()).orElse(handover);
            if (ended.isAcceptedBy(fanId)) {
                return ended;
            }
            throw new HandoverEnded(ended.stored().name());
        }
        tickets.reissue(handover.bookingId(), handover.seatIds());
        List<Long> ticketIds =
                handover.tickets().stream().map(HandedTicket::ticketId).toList();
        handovers.assign(ticketIds, fanId);
        names.clear(ticketIds);
        accounts.expect(fanId);
        outbox.send(new TicketsHandedOver(
                handover.id(),
                handover.orderId(),
                handover.bookingId(),
                handover.eventId(),
                handover.giverId(),
                fanId,
                handover.seatIds()));
        return handovers.find(handover.id()).orElseThrow(NotFound::new);
    }

    private void requireAcceptable(Handover handover, long fanId) {
        if (handover.isAcceptedBy(fanId)) {
            return;
        }
        if (handover.giverId() == fanId) {
            throw new OwnHandover();
        }
        HandoverState state = handover.stateAt(clock.instant());
        if (state != HandoverState.OPEN) {
            throw new HandoverEnded(state.name());
        }
        if (shows.find(handover.eventId())
                .filter(show -> show.isHandoverOpenAt(clock.instant()))
                .isEmpty()) {
            throw new HandoverClosed();
        }
    }
}
