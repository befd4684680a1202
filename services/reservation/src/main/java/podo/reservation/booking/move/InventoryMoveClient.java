package podo.reservation.booking.move;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Inventory: the exchange of sold seats. */
interface InventoryMoveClient {

    @PostExchange("/internal/events/{eventId}/holds/{holdId}/move")
    InventoryMoves.Moved move(
            @PathVariable long eventId, @PathVariable String holdId, @RequestBody InventoryMoves.Wish wish);
}
