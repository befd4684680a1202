package podo.reservation.waitingroom.script;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tick did.
 *
 * @param lobby fans in the lobby with LOBBY, fans on the closed list with DRAW, else 0
 * @param untilDraw with LOBBY how long the lobby stays open, else zero
 * @param progress only with TICKED and TAKEN
 */
public record TickResult(
        Outcome outcome,
        long lobby,
        Duration untilDraw,
        @Nullable Progress progress) {

    public enum Outcome {
        NO_ROOM,
        /** The lobby is open; nobody is admitted. */
        LOBBY,
        /** The lobby is closed and has to be drawn. */
        DRAW,
        TICKED,
        /** Another call ticked in this interval. */
        TAKEN
    }

    /**
     * How the line moves.
     *
     * @param admitted fans who were offered to enter by this tick
     * @param taken slots of fans inside and of open offers
     * @param serving the highest number that was offered to enter
     * @param binding which bound held admission, as in {@link LineSnapshot}
     * @param ratePerSecond admissions, averaged over the last ticks
     * @param highestNumber the highest number given
     * @param slotLimit slots that cap and seats allow
     * @param lifeTable per age of a slot {@code here freed seconds;}
     * @param leaveRate the share of the waiting that gives up per second
     * @param silentShare the share of the head of the line that is silent
     * @param ageWidth how long an age of the life table is
     * @param isIdle nobody waits and no slot is taken
     * @param isSampleDue whether this call is the one in five seconds, over all instances, after which the room is recorded
     */
    public record Progress(
            long admitted,
            long waiting,
            long taken,
            long serving,
            String binding,
            double ratePerSecond,
            boolean closed,
            long highestNumber,
            long slotLimit,
            String lifeTable,
            double leaveRate,
            double silentShare,
            Duration ageWidth,
            boolean isIdle,
            boolean isSampleDue) {

        private static Progress read(ScriptReply reply) {
            return new Progress(
                    reply.number(1),
                    reply.number(2),
                    reply.number(3),
                    reply.number(4),
                    reply.text(5),
                    reply.decimal(6),
                    reply.number(7) == 1,
                    reply.number(8),
                    reply.number(9),
                    reply.text(10),
                    reply.decimal(11),
                    reply.decimal(12),
                    Duration.ofMillis(reply.number(13)),
                    reply.text(14).equals("quiet"),
                    reply.number(15) == 1);
        }
    }

    static TickResult read(ScriptReply reply) {
        Outcome outcome = Outcome.valueOf(reply.outcome());
        return switch (outcome) {
            case NO_ROOM -> new TickResult(outcome, 0, Duration.ZERO, null);
            case LOBBY -> new TickResult(outcome, reply.number(1), Duration.ofMillis(reply.number(2)), null);
            case DRAW -> new TickResult(outcome, reply.number(1), Duration.ZERO, null);
            case TICKED, TAKEN -> new TickResult(outcome, 0, Duration.ZERO, Progress.read(reply));
        };
    }

    /** The progress of TICKED and TAKEN. */
    public Progress moved() {
        return Objects.requireNonNull(progress, () -> "A tick that ends with " + outcome + " has no progress");
    }
}
