package podo.inventory.hold.giveback;

import podo.starter.input.OpaqueId;

/**
 * A fan offers a sold seat back.
 *
 * @param price that was paid for it, in whole won, if the hold does not say
 */
record GiveBackRequest(
        @OpaqueId String giveBackId,
        @OpaqueId String holdId,
        @OpaqueId String orderId,
        long seatId,
        long price) {}
