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
    /** An order that came after the backup that was restored: its money goes back. */
    LOST_ORDER,
    /** About the account itself; the user service knows what. */
    ACCOUNT;

    /** The key of the mail of this kind about one thing; two requests with the same key are one mail. */
    public String keyOf(String id) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + id;
    }
}
