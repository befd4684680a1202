package podo.contracts.inventory;

import java.util.List;

/** Refunded seats are for sale again. */
public record SeatsReturned(long eventId, String holdId, String orderId, List<Long> seatIds)
        implements InventoryMessage {}
