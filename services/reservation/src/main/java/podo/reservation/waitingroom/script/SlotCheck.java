package podo.reservation.waitingroom.script;

import java.util.List;

/**
 * Which of the passes that were shown have no slot and cannot have one back now.
 *
 * @param isRoomMissing the room is not in Redis, so no pass was checked
 */
public record SlotCheck(boolean isRoomMissing, List<String> passesWithoutSlot) implements ScriptAnswer {

    /** Of a sale that is over, or of an event without a room. */
    public static final SlotCheck UNCHECKED = new SlotCheck(true, List.of());

    static SlotCheck read(ScriptReply reply) {
        return reply.outcome().equals("OK")
                ? new SlotCheck(
                        false,
                        reply.values().stream().skip(1).map(String::valueOf).toList())
                : UNCHECKED;
    }
}
