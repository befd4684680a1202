package podo.contracts.reservation;

/**
 * Requests of a fan that were refused before the seat map. Reported to the waiting room, which shows them to the organiser.
 *
 * @param fanId 0 when the caller is unknown
 * @param reason the problem type's name, such as {@code no-pass}
 * @param times how many since the last report, at least 1
 */
public record RefusedEntry(long eventId, long fanId, String reason, int times) {}
