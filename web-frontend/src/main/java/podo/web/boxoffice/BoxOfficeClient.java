package podo.web.boxoffice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Sales at the desk, at the reservation service. Money is whole won. */
interface BoxOfficeClient {

    /** @param kind of ticket; null for the usual one */
    record SoldSeat(long seatId, @Nullable String kind) {}

    record SoldPlaces(long areaId, int count, @Nullable String kind) {}

    /** @param total what the page showed; a sale at another sum is refused */
    record NewSale(
            List<SoldSeat> seats,
            List<SoldPlaces> places,
            String way,
            @Nullable String reason,
            @Nullable String name,
            @Nullable String email,
            long total) {}

    record Sold(String orderId) {}

    @PostExchange("/api/organiser/events/{eventId}/sales")
    Sold sell(@PathVariable long eventId, @RequestHeader("Idempotency-Key") String key, @RequestBody NewSale sale);

    @GetExchange(url = "/api/organiser/orders/{orderId}/tickets.pdf", accept = "application/pdf")
    ResponseEntity<byte[]> tickets(@PathVariable String orderId);
}
