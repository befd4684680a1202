package podo.notification.queue;

import java.util.Locale;

/** What a mail is about. */
public enum MailKind {
    /** An order is paid and has its tickets. */
    ORDER,
    /** Money went back, by the fan's or the organiser's wish, or because the seats were lost. */
    REFUND,
    /** The show of an order was cancelled; the refund is on its way. */
    SHOW_CANCELLED,
    /** The bank has not answered yet. */
    CHECKING,
    /** The payment that was still being checked has failed: nothing was charged. */
    CHECK_FAILED,
    /** To the giver: somebody has accepted the tickets. */
    HANDED_OVER,
    /** To the receiver of tickets. */
    HANDOVER_RECEIVED,
    /** To the holder of handed-over tickets: the organiser moved them to other seats. */
    HELD_MOVED,
    /** To the holder of handed-over tickets: they let nobody in any more. */
    HELD_ENDED,
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

    /** Whether it is about tickets in other hands than the buyer's; then the mail names its recipient. */
    public boolean isAboutHands() {
        return this == HANDED_OVER || this == HANDOVER_RECEIVED || this == HELD_MOVED || this == HELD_ENDED;
    }
}
