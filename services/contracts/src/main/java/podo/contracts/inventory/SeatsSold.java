package podo.contracts.inventory;

import java.util.List;

/** The seats of a paid order belong to the fan now. */
public record SeatsSold(long eventId, String holdId, String orderId, List<Long> seatIds) implements InventoryMessage {}
