package podo.reservation.waitingroom.room;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.HiddenCopies;
import podo.starter.security.EntryPass;

/**
 * A waiting room's row: what must survive a loss of data in Redis. Hashes and the seed are 64 hexadecimal digits.
 *
 * @param eventId of a presale's room minus the number of the presale, see {@link #ofPresale}
 * @param rate fans per second, {@code cap} slots at most
 * @param extensions how often a pass may be extended
 * @param drawn how many fans were drawn
 * @param highestNumber the highest number given, {@code served} the highest that was offered to enter, as of the last record
 * @param reserved no number beyond this one has been given
 * @param laidOutAt when the room was created in Redis, null before
 * @param cancelled the event does not take place
 * @param presaleOf the event of a presale's room; null for the room of an event
 */
public record Room(
        long eventId,
        long organiserId,
        Instant lobbyOpensAt,
        Instant onSaleAt,
        Instant salesEndAt,
        int rate,
        int cap,
        int extensions,
        Mode mode,
        String seed,
        String seedHash,
        @Nullable String listHash,
        @Nullable Instant drawnAt,
        int drawn,
        long highestNumber,
        long served,
        long reserved,
        @Nullable Instant laidOutAt,
        boolean cancelled,
        @Nullable Long presaleOf) {

    /** PAUSED admits nobody; DRAINING admits nobody and takes no new fans; CLOSED ends the line. */
    public enum Mode {
        OPEN,
        PAUSED,
        DRAINING,
        CLOSED
    }

    /** The number of a presale's room, which no event has. */
    public static long ofPresale(long presaleId) {
        return -presaleId;
    }

    /** Whether a room of this number is that of a presale. */
    public static boolean isOfPresale(long id) {
        return id < 0 && !HiddenCopies.isOne(id);
    }

    /** The number of the room whose line gave the pass of this id. */
    public static long ofPass(long eventId, @Nullable String passId) {
        OptionalLong presale = passId == null ? OptionalLong.empty() : EntryPass.presaleOf(passId);
        return presale.isPresent() ? ofPresale(presale.getAsLong()) : eventId;
    }

    /** The event whose seats its fans are let in to. */
    public long showId() {
        return presaleOf == null ? eventId : presaleOf;
    }

    /** The id of a pass of this room. */
    public String passId(String id) {
        return presaleOf == null ? id : EntryPass.idOfPresale(-eventId, id);
    }

    public boolean isDrawn() {
        return drawnAt != null;
    }

    /** Numbers have been given, by the draw or without one. */
    public boolean hasNumbers() {
        return isDrawn() || reserved > 0;
    }

    /** The room has been in Redis; when it is missing there, it was lost. */
    public boolean wasLaidOut() {
        return laidOutAt != null || hasNumbers();
    }

    /** Nobody can buy any more, also who is inside; no lever opens the line again. */
    public boolean isOverAt(Instant now) {
        return cancelled || !now.isBefore(salesEndAt);
    }
}
