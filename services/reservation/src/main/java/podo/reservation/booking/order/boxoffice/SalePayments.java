package podo.reservation.booking.order.boxoffice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.reservation.booking.hold.BookingHoldLapsed;

/** Has payment store that an order was paid at the desk; asked again where an answer is lost, since a repeat answers the same. */
@Component
class SalePayments {

    private static final Logger log = LoggerFactory.getLogger(SalePayments.class);
    private static final int TRIES = 4;

    private final BoxOfficePaymentClient client;

    SalePayments(BoxOfficePaymentClient client) {
        this.client = client;
    }

    /** Throws {@link BookingHoldLapsed} when it is certain that nothing is stored, {@link SaleUndecided} when that is unknown. */
    void record(String orderId, SaleWay way) {
        for (int tries = 1; ; tries++) {
            try {
                client.record(orderId, new BoxOfficePaymentClient.Paid(way));
                return;
            } catch (HttpClientErrorException.Conflict | HttpClientErrorException.BadRequest e) {
                throw new BookingHoldLapsed();
            } catch (RestClientException | IllegalStateException e) {
                log.warn("Whether order {} is paid at the desk is not known: {}", orderId, e.toString());
                if (tries == TRIES) {
                    throw new SaleUndecided(orderId);
                }
            }
        }
    }
}
