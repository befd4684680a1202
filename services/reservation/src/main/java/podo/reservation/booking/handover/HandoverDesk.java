package podo.reservation.booking.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.reservation.account.AccountForgotten;
import podo.reservation.booking.handover.Handover.HandedTicket;
import podo.reservation.booking.handover.refusal.HandoverClosed;
import podo.reservation.booking.handover.refusal.HandoverEnded;
import podo.reservation.booking.handover.refusal.TicketNotTransferable;
import podo.reservation.show.KnownShow;
import podo.reservation.show.KnownShows;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;

/** Makes links to hand tickets over, and withdraws them. */
@Service
class HandoverDesk {

    /** A new link; its secret is told here and never again. */
    record Offered(Handover handover, HandoverSecret secret) {}

    private record Offer(String bookingId, String orderId, long eventId, HandedTicket ticket) {}

    private final Handovers handovers;
    private final KnownShows shows;
    private final HandoverSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverDesk(Handovers handovers, KnownShows shows, HandoverSettings settings, JdbcClient jdbc, Clock clock) {
        this.handovers = handovers;
        this.shows = shows;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Open links of these tickets end. Throws {@link NotFound} for tickets of others, {@link InvalidField} for tickets of several bookings,
     * {@link HandoverClosed} and {@link TicketNotTransferable}.
     */
    @Transactional
    public Offered offer(List<Long> ticketIds, long giverId) {
        TreeSet<Long> ids = new TreeSet<>(ticketIds);
        List<Offer> found = read(ids, giverId);
        if (found.size() < ids.size()) {
            throw new NotFound();
        }
        Offer first = found.getFirst();
        if (found.stream().anyMatch(offer -> !offer.bookingId().equals(first.bookingId()))) {
            throw new InvalidField("ticketIds", "several-bookings");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = until(first.eventId(), now);
        handovers.lockBooking(first.bookingId());
        List<HandedTicket> tickets =
                read(ids, giverId).stream().map(Offer::ticket).toList();
        if (tickets.size() < ids.size() || !tickets.stream().allMatch(HandedTicket::good)) {
            throw new TicketNotTransferable();
        }
        handovers.replace(ids);
        Handover handover = new Handover(
                UUID.randomUUID().toString(),
                first.bookingId(),
                first.orderId(),
                first.eventId(),
                giverId,
                null,
                HandoverState.OPEN,
                now,
                until,
                null,
                tickets);
        HandoverSecret secret = HandoverSecret.create();
        handovers.insert(handover, secret);
        return new Offered(handover, secret);
    }

    /** A repeat changes nothing. Throws {@link NotFound} for the link of another and {@link HandoverEnded} for an accepted one. */
    @Transactional
    public void withdraw(String id, long giverId) {
        Handover handover =
                handovers.find(id).filter(own -> own.giverId() == giverId).orElseThrow(NotFound::new);
        if (!handovers.withdraw(id)
                && handovers.find(handover.id()).orElseThrow(NotFound::new).stored() == HandoverState.ACCEPTED) {
            throw new HandoverEnded(HandoverState.ACCEPTED.name());
        }
    }

    @EventListener
    @Transactional
    public void on(AccountForgotten deleted) {
        handovers.withdrawAllOf(deleted.accountId());
    }

    /** The end of the link's life, or of handing over where that comes first. */
    private Instant until(long eventId, Instant now) {
        KnownShow show = shows.find(eventId).orElseThrow(Unavailable::new);
        Instant end = show.handoverUntil();
        if (end == null || !show.isHandoverOpenAt(now)) {
            throw new HandoverClosed();
        }
        Instant life = now.plus(settings.life());
        return life.isBefore(end) ? life : end;
    }

    private List<Offer> read(TreeSet<Long> ticketIds, long fanId) {
        return jdbc.sql("""
                        SELECT t.id, t.booking_id, b.order_id, b.event_id, t.seat_id, s.section, s.seat_row, s.seat_number, s.grade, s.kind,
                               t.valid AND t.used_at IS NULL AS good
                        FROM ticket t
                        JOIN booking b ON b.id = t.booking_id
                        JOIN booked_seat s ON s.booking_id = t.booking_id AND s.seat_id = t.seat_id
                        WHERE t.id IN (:ids) AND t.fan_id = :fan ORDER BY t.seat_id
                        """)
                .param("ids", ticketIds)
                .param("fan", fanId)
                .query((row, n) -> new Offer(
                        row.getString("booking_id"),
                        row.getString("order_id"),
                        row.getLong("event_id"),
                        new HandedTicket(
                                row.getLong("id"),
                                row.getLong("seat_id"),
                                row.getString("section"),
                                row.getString("seat_row"),
                                row.getInt("seat_number"),
                                row.getString("grade"),
                                row.getString("kind"),
                                row.getBoolean("good"))))
                .list();
    }
}
