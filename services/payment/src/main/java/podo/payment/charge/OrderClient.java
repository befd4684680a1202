package podo.payment.charge;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What reservation knows of an order. */
interface OrderClient {

    record Booking(
            String reservationId,
            String orderId,
            String orderName,
            String holdId,
            long eventId,
            long fanId,
            List<Long> seatIds,
            long amount,
            String status) {}

    @GetExchange("/internal/bookings/{orderId}")
    Booking find(@PathVariable String orderId);
}
