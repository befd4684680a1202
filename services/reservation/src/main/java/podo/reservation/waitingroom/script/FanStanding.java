package podo.reservation.waitingroom.script;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fan's standing, as {@code standing()} in prelude.lua returns it.
 *
 * @param ticketId empty without a place
 * @param number the queue number, 0 before the draw
 * @param ahead fans in the line before this one; {@code behind} those after
 * @param serving the highest number that was offered to enter
 * @param offerUntil epoch milliseconds, 0 without an offer
 * @param passId empty without a pass
 * @param passUntil epoch milliseconds, 0 without a pass
 * @param shortage only with {@link Outcome#NO_NUMBERS}
 */
public record FanStanding(
        Outcome outcome,
        String ticketId,
        long number,
        long ahead,
        long behind,
        long serving,
        long offerUntil,
        String passId,
        long passUntil,
        @Nullable NumberShortage shortage)
        implements ScriptAnswer {

    public enum Outcome {
        /** The fan has not joined, or has no place any more. */
        NONE,
        LOBBY,
        WAITING,
        OFFERED,
        ENTERED,
        CLOSED,
        NO_ROOM,
        NO_NUMBERS,
        REBUILDING,
        /** The lobby has not opened yet. */
        TOO_EARLY,
        /** The pass was extended as often as the event allows. */
        REFUSED
    }

    /** Of a sale that is over: its room is gone. */
    public static final FanStanding CLOSED = of(Outcome.CLOSED, null);

    private static final Set<Outcome> WITHOUT_PLACE =
            Set.of(Outcome.NO_ROOM, Outcome.NO_NUMBERS, Outcome.REBUILDING, Outcome.TOO_EARLY, Outcome.REFUSED);

    static FanStanding read(ScriptReply reply) {
        Outcome outcome = Outcome.valueOf(reply.outcome());
        if (WITHOUT_PLACE.contains(outcome)) {
            return of(outcome, NumberShortage.read(reply));
        }
        return new FanStanding(
                outcome,
                reply.text(1),
                reply.number(2),
                reply.number(3),
                reply.number(4),
                reply.number(5),
                reply.number(6),
                reply.text(7),
                reply.number(8),
                null);
    }

    private static FanStanding of(Outcome outcome, @Nullable NumberShortage shortage) {
        return new FanStanding(outcome, "", 0, 0, 0, 0, 0, "", 0, shortage);
    }

    /** The same fan once the sale is over: the ticket and the number stay, a place, an offer or a pass does not. */
    public FanStanding closed() {
        return new FanStanding(Outcome.CLOSED, ticketId, number, 0, 0, serving, 0, "", 0, null);
    }

    public boolean is(Outcome expected) {
        return outcome == expected;
    }

    @Override
    public boolean isRoomMissing() {
        return outcome == Outcome.NO_ROOM;
    }

    @Override
    public boolean isRebuilding() {
        return outcome == Outcome.REBUILDING;
    }
}
