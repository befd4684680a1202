package podo.contracts.team;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.contracts.Message;

/**
 * A member of a team has done something; reservation keeps it in the log. Sent by user, event and inventory, each on its own topic, in
 * the transaction of what was done; the key is the event's id, or the team's. A repeated message has the same {@code actionId}.
 *
 * @param speaker the service that sends it
 * @param eventId null when it concerns the whole team
 * @param what the kind of action, such as EVENT_CHANGED
 * @param detail named values, such as a role before and after
 */
public record TeamActionDone(
        String speaker,
        String actionId,
        long teamId,
        @Nullable Long eventId,
        long accountId,
        String what,
        Map<String, String> detail,
        Instant at)
        implements Message {

    @Override
    public String topic() {
        return "podo." + speaker;
    }

    @Override
    public String key() {
        return Long.toString(eventId == null ? teamId : eventId);
    }
}
