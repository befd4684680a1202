package podo.contracts.inventory;

import java.util.List;

/** The seats of a paid order are sold. */
public record SeatsSold(long eventId, String holdId, String orderId, List<Long> seatIds) implements InventoryMessage {}
