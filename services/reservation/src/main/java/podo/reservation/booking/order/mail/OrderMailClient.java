package podo.reservation.booking.order.mail;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Mails of orders, at notification. */
interface OrderMailClient {

    /** Newest first. */
    @GetExchange("/internal/mails/orders/{orderId}")
    List<OrderMail> ofOrder(@PathVariable String orderId);

    /** 404 when the order has no such mail. */
    @PostExchange("/internal/mails/orders/{orderId}/{mailId}/again")
    void sendAgain(@PathVariable String orderId, @PathVariable long mailId);
}
