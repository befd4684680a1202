package podo.contracts;

/** The Redis channels on which services tell each other what can wait for nobody; a lost message is made up for later. */
public final class RedisChannels {

    /** Reservation to inventory: passes whose slot was given up, or given back. */
    public static final String ROOM_SLOTS = "podo:rooms:slots";

    /** Between instances of reservation: somebody joined a room that was ticked only every few seconds. */
    public static final String ROOM_STIRRED = "podo:rooms:stirred";

    private RedisChannels() {}

    /** Inventory to web-frontend: changed seats of one event. */
    public static String seats(long eventId) {
        return "podo:seats:" + eventId;
    }
}
