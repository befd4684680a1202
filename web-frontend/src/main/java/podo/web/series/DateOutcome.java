package podo.web.series;

import java.time.Instant;

/**
 * What became of one date when several were changed.
 *
 * @param id of the event on that date
 * @param text what was done, or why not
 */
public record DateOutcome(long id, Instant startsAt, boolean done, String text) {}
