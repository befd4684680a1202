package podo.contracts.reservation;

/**
 * A fan was refused on the way to the seats; reported to the waiting room, which shows it to the organiser.
 *
 * @param fanId 0 when the caller is unknown
 * @param reason the problem's name, such as {@code no-pass}
 * @param times how often since the last report, at least 1
 */
public record RefusedEntry(long eventId, long fanId, String reason, int times) {}
