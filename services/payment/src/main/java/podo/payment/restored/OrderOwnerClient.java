package podo.payment.restored;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Reservation: whose order it is, by the id alone. */
interface OrderOwnerClient {

    record Owner(long fanId) {}

    /** 404 for an id that names nobody. */
    @GetExchange("/internal/orders/{orderId}/owner")
    Owner find(@PathVariable String orderId);
}
