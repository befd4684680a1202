package podo.event.form;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form of an event as it was typed so far.
 *
 * @param eventId of the draft that it changes; null for a new event
 * @param fields the form's fields by name; nobody has checked what they say
 */
record KeptForm(long id, long venueId, @Nullable Long eventId, Map<String, String> fields, Instant savedAt) {}
