package podo.payment.checkout;

import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.reservation.BookingStatus;
import podo.payment.charge.FreeOrders;
import podo.payment.charge.HoldLapsed;
import podo.payment.charge.OrderClosed;
import podo.payment.order.Payment;
import podo.payment.order.PaymentWay;
import podo.payment.order.Payments;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Stores an order that was paid at a box office. A repeat answers what is stored. */
@Component
class BoxOfficePaymentDesk {

    private final Payments payments;
    private final OrderClient orders;
    private final FreeOrders freeOrders;

    BoxOfficePaymentDesk(Payments payments, OrderClient orders, FreeOrders freeOrders) {
        this.payments = payments;
        this.orders = orders;
        this.freeOrders = freeOrders;
    }

    /** Throws {@link OrderClosed} for an order that is paid in another way, or that has ended. */
    Payment record(String orderId, PaymentWay way) {
        Optional<Payment> stored = payments.find(orderId);
        if (stored.isEmpty()) {
            OrderClient.Booking booking = fixSum(orderId);
            if (booking.status() == BookingStatus.EXPIRED) {
                throw new HoldLapsed();
            }
            if (booking.status() != BookingStatus.PENDING) {
                throw new OrderClosed();
            }
            if (way == PaymentWay.COMPLIMENTARY && booking.amount() != 0) {
                throw new InvalidField("way", "not-given-away");
            }
            freeOrders.confirm(PaymentDesk.paymentOf(booking), way);
            stored = payments.find(orderId);
        }
        return stored.filter(payment -> way.keyOf(orderId).equals(payment.paymentKey()))
                .orElseThrow(OrderClosed::new);
    }

    private OrderClient.Booking fixSum(String orderId) {
        try {
            return orders.fixSum(orderId, LocaleContextHolder.getLocale().toLanguageTag());
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotFound();
        }
    }
}
