package podo.reservation.waitingroom.receipt;

/**
 * The place that a receipt proves.
 *
 * @param number 0 before the draw
 */
public record PlaceReceipt(long eventId, long fanId, String ticketId, long number) {}
