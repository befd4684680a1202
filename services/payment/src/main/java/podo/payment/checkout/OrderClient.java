package podo.payment.checkout;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import podo.contracts.reservation.BookingStatus;

/** Reservation: the booking of an order. */
interface OrderClient {

    /** @param status null when reservation sends a word that this version does not know */
    record Booking(
            String reservationId,
            String orderId,
            String orderName,
            String holdId,
            long eventId,
            long fanId,
            List<Long> seatIds,
            long amount,

            @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable
            BookingStatus status) {}

    @GetExchange("/internal/bookings/{orderId}")
    Booking find(@PathVariable String orderId);
}
