package podo.contracts.inventory;

import java.util.List;

/** Refunded seats can be bought again; each is said once. */
public record SeatsReturned(long eventId, String holdId, String orderId, List<Long> seatIds)
        implements InventoryMessage {}
