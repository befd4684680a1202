package podo.payment.checkout;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.contracts.reservation.BookingStatus;

/** Reservation: the booking of an order. */
interface OrderClient {

    /**
     * @param choosable whether the fan can still change the amount; null from a reservation that has nothing to choose
     * @param status null when reservation sends a word that this version does not know
     */
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
            BookingStatus status,

            @Nullable Boolean choosable) {

        boolean isChoosable() {
            return Boolean.TRUE.equals(choosable);
        }
    }

    /** @param language of the fan, in which the order is named */
    @GetExchange("/internal/bookings/{orderId}")
    Booking find(@PathVariable String orderId, @RequestHeader("Accept-Language") String language);

    /** The amount stays from now on; a repeat changes nothing. */
    @PostExchange("/internal/bookings/{orderId}/sum")
    Booking fixSum(@PathVariable String orderId, @RequestHeader("Accept-Language") String language);
}
