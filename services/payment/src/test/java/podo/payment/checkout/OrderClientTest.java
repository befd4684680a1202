package podo.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import podo.contracts.reservation.BookingStatus;
import tools.jackson.databind.json.JsonMapper;

class OrderClientTest {

    @Test
    void anUnknownBookingStatusIsReadAsNull() {
        assertThat(bookingWithStatus("PENDING").status()).isEqualTo(BookingStatus.PENDING);
        assertThat(bookingWithStatus("OF_TOMORROW").status()).isNull();
    }

    private static OrderClient.Booking bookingWithStatus(String status) {
        String json = """
                {"reservationId":"r","orderId":"o","orderName":"n","holdId":"h","eventId":1,"fanId":2,"seatIds":[3],
                 "amount":4,"status":"%s"}
                """.formatted(status);
        return JsonMapper.shared().readValue(json, OrderClient.Booking.class);
    }
}
