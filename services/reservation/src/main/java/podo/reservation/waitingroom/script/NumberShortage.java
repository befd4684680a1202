package podo.reservation.waitingroom.script;

import org.jspecify.annotations.Nullable;

/**
 * A script needs queue numbers that the database has not reserved yet.
 *
 * @param process the Redis process that reported it
 * @param count how many numbers the script needs
 */
public record NumberShortage(String process, long count) {

    private static final String NO_NUMBERS = "NO_NUMBERS";

    /** Reads {@code {NO_NUMBERS, process, count}}; null for another reply. */
    static @Nullable NumberShortage read(ScriptReply reply) {
        return reply.outcome().equals(NO_NUMBERS) ? new NumberShortage(reply.text(1), reply.number(2)) : null;
    }
}
