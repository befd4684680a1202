package podo.event.action;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member did.
 *
 * @param eventId null for a venue
 * @param detail named values; of what was changed "before → after"
 */
public record TeamAction(
        long teamId, @Nullable Long eventId, long accountId, String what, Map<String, String> detail) {}
