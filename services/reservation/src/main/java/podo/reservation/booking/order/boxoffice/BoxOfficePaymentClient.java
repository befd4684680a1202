package podo.reservation.booking.order.boxoffice;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Payment: stores that an order was paid at the box office. */
interface BoxOfficePaymentClient {

    record Paid(SaleWay way) {}

    /** A repeat answers the same; 409 when the hold has lapsed. */
    @PostExchange("/internal/orders/{orderId}/box-office-payment")
    void record(@PathVariable String orderId, @RequestBody Paid paid);
}
