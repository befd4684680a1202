package podo.reservation.waitingroom.script;

import java.util.Optional;

/**
 * The state of a line that all its fans share.
 *
 * @param serving the highest number that was offered to enter
 * @param taken slots of fans inside and of open offers
 * @param ratePerSecond admissions, averaged over the last ticks
 * @param binding which bound held admission at the last tick: RATE, HEALTH, CAP, SEATS, NOBODY, PAUSED, DRAINING, UNKNOWN,
 *     CLOSED or REBUILDING; empty before the first tick
 * @param fans all who have a place, so before the draw those in the lobby
 * @param rebuilt the room was lost once and was written again
 */
public record LineSnapshot(
        long serving,
        long waiting,
        long taken,
        double ratePerSecond,
        String binding,
        boolean closed,
        boolean drawn,
        long fans,
        boolean rebuilt) {

    static Optional<LineSnapshot> read(ScriptReply reply) {
        if (!reply.outcome().equals("OK")) {
            return Optional.empty();
        }
        return Optional.of(new LineSnapshot(
                reply.number(1),
                reply.number(2),
                reply.number(3),
                reply.decimal(4),
                reply.text(5),
                reply.flag(6),
                reply.flag(7),
                reply.number(8),
                reply.flag(9)));
    }
}
