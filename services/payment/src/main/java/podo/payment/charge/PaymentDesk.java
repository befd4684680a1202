package podo.payment.charge;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.payment.PaymentStatus;
import podo.payment.pg.PgHealth;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** Where an order's amount is written down before the window opens, and where it is looked at. */
@Component
class PaymentDesk {

    record Opened(Payment payment, boolean isNew) {}

    private final Payments payments;
    private final OrderClient bookings;
    private final PgHealth bank;

    PaymentDesk(Payments payments, OrderClient bookings, PgHealth bank) {
        this.payments = payments;
        this.bookings = bookings;
        this.bank = bank;
    }

    Payment find(Fan fan, String orderId) {
        return payments.find(orderId)
                .filter(payment -> payment.fanId() == fan.id())
                .orElseThrow(NotFound::new);
    }

    Opened open(Fan fan, String orderId) {
        if (payments.find(orderId).isEmpty()) {
            return openNew(fan, orderId);
        }
        Payment known = find(fan, orderId);
        if (known.status() == PaymentStatus.READY || known.status() == PaymentStatus.FAILED) {
            bank.check();
        }
        return new Opened(known, false);
    }

    private Opened openNew(Fan fan, String orderId) {
        OrderClient.Booking booking = lookUp(orderId);
        if (booking.fanId() != fan.id()) {
            throw new NotFound();
        }
        switch (booking.status()) {
            case "PENDING" -> {}
            case "EXPIRED" -> throw new HoldLapsed();
            default -> throw new OrderClosed();
        }
        bank.check();
        boolean first = payments.open(priced(booking));
        return new Opened(find(fan, orderId), first);
    }

    private OrderClient.Booking lookUp(String orderId) {
        try {
            return bookings.find(orderId);
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotFound();
        }
    }

    private static Payment priced(OrderClient.Booking booking) {
        return new Payment(
                booking.orderId(),
                booking.reservationId(),
                booking.holdId(),
                booking.eventId(),
                booking.fanId(),
                booking.seatIds(),
                booking.orderName(),
                booking.amount(),
                PaymentStatus.READY,
                null,
                null,
                0,
                0);
    }
}
