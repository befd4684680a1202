package podo.reservation.booking.ticket.face;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words on tickets, in Korean for who reads it and else in English. */
public final class TicketWords {

    private TicketWords() {}

    public static ResourceBundle of(Locale language) {
        return ResourceBundle.getBundle(
                "tickets.messages",
                isKorean(language) ? Locale.KOREAN : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** {@code ko} or {@code en}. */
    public static String tag(Locale language) {
        return isKorean(language) ? "ko" : "en";
    }

    public static boolean isKorean(Locale language) {
        return language.getLanguage().equals(Locale.KOREAN.getLanguage());
    }
}
