package podo.reservation.waitingroom.script;

/**
 * A room as it is created in Redis, in the order of the script's {@code ARGV}. Times are epoch milliseconds, durations milliseconds.
 *
 * @param hasNumbers numbers have been given, so there is nothing to draw any more
 * @param highestNumber the highest number given
 * @param served the highest number that was offered to enter
 * @param ageWidthMillis width of an age in the life table of slots
 * @param ceiling the highest number that may be given
 * @param wasLost the room had been in Redis before
 * @param graceMillis how long nobody is admitted after a loss
 * @param drawn how many were drawn
 * @param keptUntil when the keys expire, 0 for never
 */
public record RoomLayout(
        long lobbyOpensAt,
        long onSaleAt,
        long offerMillis,
        boolean hasNumbers,
        long highestNumber,
        long served,
        long silenceInsideMillis,
        long ageWidthMillis,
        long ceiling,
        boolean wasLost,
        long graceMillis,
        int drawn,
        long keptUntil) {

    Object[] args() {
        return new Object[] {
            lobbyOpensAt,
            onSaleAt,
            offerMillis,
            hasNumbers ? 1 : 0,
            highestNumber,
            served,
            silenceInsideMillis,
            ageWidthMillis,
            ceiling,
            wasLost ? 1 : 0,
            graceMillis,
            drawn,
            keptUntil
        };
    }
}
