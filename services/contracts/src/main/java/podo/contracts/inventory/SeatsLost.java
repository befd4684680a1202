package podo.contracts.inventory;

import java.util.List;

/** A paid order came too late, its seats had gone to others: the money must go back in full. */
public record SeatsLost(long eventId, String holdId, String orderId, List<Long> seatIds) implements InventoryMessage {}
