package podo.notification.queue;

import java.util.Locale;

/** What a mail is about. */
public enum MailKind {
    /** An order is paid and has its tickets. */
    ORDER,
    /** The organiser moved an order to other seats: its old tickets are not valid any more, and the new ones go along. */
    SEATS_MOVED,
    /** Money went back, by the fan's or the organiser's wish, or because the seats were lost. */
    REFUND,
    /** The show of an order was cancelled; the refund is on its way. */
    SHOW_CANCELLED,
    /** The show of an order was changed. */
    SHOW_CHANGED,
    /** The bank has not answered yet. */
    CHECKING,
    /** The payment that was still being checked has failed: nothing was charged. */
    CHECK_FAILED,
    /** A seat that the fan offered back was sold to another one; the refund is on its way. */
    OFFERED_SEAT_SOLD,
    /** A seat that another fan offered back is held for this one. */
    SEAT_OFFERED,
    /** Seats are on sale again, and the fan had asked to be told. */
    SEATS_CAME_BACK,
    /** An order that came after the backup that was restored: its money goes back. */
    LOST_ORDER,
    /** To the giver: somebody has accepted the tickets. */
    HANDED_OVER,
    /** To the receiver of tickets. */
    HANDOVER_RECEIVED,
    /** To the holder of handed-over tickets: the organiser moved them to other seats. */
    HELD_MOVED,
    /** To the holder of handed-over tickets: they let nobody in any more. */
    HELD_ENDED,
    /** To the holder of handed-over tickets: the show was changed. */
    HELD_SHOW_CHANGED,
    /** About the account itself; the user service knows what. */
    ACCOUNT;

    /** The key of the mail of this kind about one thing; two requests with the same key are one mail. */
    public String keyOf(String id) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + id;
    }

    /** The id that {@link #keyOf} was given. */
    public static String idOf(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
