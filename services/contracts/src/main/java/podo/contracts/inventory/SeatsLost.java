package podo.contracts.inventory;

import java.util.List;

/** An order was paid after its seats had been taken by others: payment refunds it in full. */
public record SeatsLost(long eventId, String holdId, String orderId, List<Long> seatIds) implements InventoryMessage {}
