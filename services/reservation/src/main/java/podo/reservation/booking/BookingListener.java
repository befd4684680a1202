package podo.reservation.booking;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.payment.PaymentUnknown;
import podo.reservation.account.KnownAccounts;
import podo.reservation.booking.code.CodeUses;
import podo.reservation.booking.move.SeatMoves;
import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.ticket.Tickets;

/**
 * Changes bookings by messages about payments and seats. Repeated, late and unordered messages are harmless: the row is locked, its
 * state methods guard themselves, and a unique key issues each ticket once.
 */
@Component
@Transactional
@KafkaListener(topics = {PaymentMessage.TOPIC, InventoryMessage.TOPIC})
class BookingListener {

    private final Bookings bookings;
    private final Tickets tickets;
    private final Cancellations cancellations;
    private final SeatMoves moves;
    private final KnownAccounts accounts;
    private final CodeUses codeUses;
    private final ApplicationEventPublisher events;

    BookingListener(
            Bookings bookings,
            Tickets tickets,
            Cancellations cancellations,
            SeatMoves moves,
            KnownAccounts accounts,
            CodeUses codeUses,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.tickets = tickets;
        this.cancellations = cancellations;
        this.moves = moves;
        this.accounts = accounts;
        this.codeUses = codeUses;
        this.events = events;
    }

    @KafkaHandler
    public void on(PaymentUnknown message) {
        change(message.orderId(), Booking::paymentUnknown);
    }

    @KafkaHandler
    public void on(PaymentFailed message) {
        change(message.orderId(), Booking::paymentFailed);
    }

    @KafkaHandler
    public void on(PaymentApproved message) {
        change(message.orderId(), Booking::paymentApproved);
    }

    @KafkaHandler
    public void on(SeatsSold message) {
        change(message.orderId(), booking -> {
            if (booking.confirm()) {
                tickets.issue(booking.getId(), booking.fanId(), booking.seatIds());
                accounts.expect(booking.fanId());
                events.publishEvent(
                        new BookingConfirmed(booking.eventId(), booking.fanId(), booking.passId(), booking.orderId()));
            }
        });
    }

    @KafkaHandler
    public void on(SeatsLost message) {
        change(message.orderId(), booking -> {
            booking.seatsLost();
            endCode(booking);
        });
    }

    @KafkaHandler
    public void on(PaymentCancelled message) {
        change(message.orderId(), booking -> {
            cancellations.markRefunded(message.cancellationId());
            List<Long> seatIds = moves.current(booking.getId(), message.seatIds());
            booking.refunded(seatIds);
            endCode(booking);
            tickets.invalidate(booking.getId(), seatIds);
        });
    }

    /** Applied already where the move was asked for, unless that instance died before it could. */
    @KafkaHandler
    public void on(SeatsMoved message) {
        moves.apply(message);
    }

    @KafkaHandler(isDefault = true)
    public void ignore(Object other) {}

    private void endCode(Booking booking) {
        if (booking.code() != null && booking.isGivenBack()) {
            codeUses.end(booking.getId());
        }
    }

    private void change(String orderId, Consumer<Booking> change) {
        bookings.lockByOrderId(orderId).ifPresent(change);
    }
}
