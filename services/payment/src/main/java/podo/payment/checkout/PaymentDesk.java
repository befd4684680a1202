package podo.payment.checkout;

import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.payment.PaymentStatus;
import podo.payment.charge.FreeOrders;
import podo.payment.charge.HoldLapsed;
import podo.payment.charge.OrderClosed;
import podo.payment.charge.SumChanged;
import podo.payment.order.Payment;
import podo.payment.order.Payments;
import podo.payment.pg.PgHealth;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/**
 * Opens an order for payment: stores its amount, as reservation knows it, before the payment window opens. From then on reservation lets nobody
 * change it. An order that costs nothing is paid with that.
 */
@Component
class PaymentDesk {

    record Opened(Payment payment, boolean isNew) {}

    private final Payments payments;
    private final OrderClient orders;
    private final PgHealth bank;
    private final FreeOrders freeOrders;

    PaymentDesk(Payments payments, OrderClient orders, PgHealth bank, FreeOrders freeOrders) {
        this.payments = payments;
        this.orders = orders;
        this.bank = bank;
        this.freeOrders = freeOrders;
    }

    Payment find(Fan fan, String orderId) {
        return payments.findOfFan(orderId, fan.id()).orElseThrow(NotFound::new);
    }

    Opened open(Fan fan, String orderId) {
        Optional<Payment> stored = payments.find(orderId);
        if (stored.isEmpty()) {
            return openNew(fan, orderId);
        }
        Payment known = stored.filter(payment -> payment.fanId() == fan.id()).orElseThrow(NotFound::new);
        if (known.isChargeable()) {
            requireOpen(findBooking(orderId));
            bank.requireAvailable();
        }
        return new Opened(known, false);
    }

    /** The booking may have ended since the order was stored; a fan must not authenticate a payment that confirm would refuse. */
    private static void requireOpen(OrderClient.Booking booking) {
        switch (booking.status()) {
            case EXPIRED -> throw new HoldLapsed();
            case CANCELLED, REFUNDED -> throw new OrderClosed();
            case null, default -> {}
        }
    }

    private Opened openNew(Fan fan, String orderId) {
        OrderClient.Booking booking = findBooking(orderId);
        if (booking.fanId() != fan.id()) {
            throw new NotFound();
        }
        switch (booking.status()) {
            case PENDING -> {}
            case EXPIRED -> throw new HoldLapsed();
            case null, default -> throw new OrderClosed();
        }
        OrderClient.Booking fixed = booking.isChoosable() ? orders.fixSum(orderId, language()) : booking;
        if (fixed.amount() != booking.amount()) {
            throw new SumChanged(fixed.amount());
        }
        Payment payment = paymentOf(fixed);
        if (payment.amount() == 0) {
            boolean isNew = freeOrders.confirm(payment);
            return new Opened(find(fan, orderId), isNew);
        }
        bank.requireAvailable();
        return payments.insertIfAbsent(payment) ? new Opened(payment, true) : new Opened(find(fan, orderId), false);
    }

    /** Of the fan, as the bank's window is to name the order. */
    private static String language() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }

    private OrderClient.Booking findBooking(String orderId) {
        try {
            return orders.find(orderId, language());
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotFound();
        }
    }

    static Payment paymentOf(OrderClient.Booking booking) {
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
