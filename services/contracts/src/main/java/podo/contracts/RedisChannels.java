package podo.contracts;

/** Names of the Redis channels between services. Redis does not store the messages: each subscriber has a slower way to recover a lost one. */
public final class RedisChannels {

    /** Reservation to inventory: entry passes whose slot was given up or restored. */
    public static final String ROOM_SLOTS = "podo:rooms:slots";

    /** Between instances of reservation: a fan joined an idle waiting room, which is otherwise processed only every few seconds. */
    public static final String ROOM_STIRRED = "podo:rooms:stirred";

    /** Event to its other instances and to web-frontend: the public sees an event differently, so what is kept of events is out of date. */
    public static final String EVENTS_CHANGED = "podo:events:changed";

    private RedisChannels() {}

    /** Inventory to web-frontend: the changed seats of one event. */
    public static String seats(long eventId) {
        return "podo:seats:" + eventId;
    }
}
