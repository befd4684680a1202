package podo.stack.chaos;

/**
 * How a server is now.
 *
 * @param seconds until the panel thaws it; 0 when it is not the panel that has frozen it
 */
record ServerState(Kind kind, long seconds) {

    enum Kind {
        UP,
        FROZEN,
        /** Killed or gone, and on its way back by the supervisor. */
        STARTING
    }

    boolean isUp() {
        return kind == Kind.UP;
    }

    boolean isFrozen() {
        return kind == Kind.FROZEN;
    }
}
