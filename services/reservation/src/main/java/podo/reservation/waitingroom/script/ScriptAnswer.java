package podo.reservation.waitingroom.script;

import org.jspecify.annotations.Nullable;

/** What several scripts return in place of their own result when they could not run. */
public interface ScriptAnswer {

    /** The room is not in Redis, and nothing was changed. */
    boolean isRoomMissing();

    /** The draw was lost and is about to be written again. */
    default boolean isRebuilding() {
        return false;
    }

    /** Set when the script needs more queue numbers than the database has reserved. */
    default @Nullable NumberShortage shortage() {
        return null;
    }
}
