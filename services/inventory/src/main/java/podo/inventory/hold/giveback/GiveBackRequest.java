package podo.inventory.hold.giveback;

/**
 * A fan offers a sold seat back.
 *
 * @param price that was paid for it, in whole won, if the hold does not say
 */
record GiveBackRequest(String giveBackId, String holdId, String orderId, long seatId, long price) {}
