package podo.reservation.booking.ticket.face;

import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;

/** The words on tickets, in Korean for who reads it and else in English. */
public final class TicketWords {

    private TicketWords() {}

    public static ResourceBundle of(Locale language) {
        return ResourceBundle.getBundle(
                "tickets.messages",
                isKorean(language) ? Locale.KOREAN : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What is special about a seat, such as "Wheelchair place · Restricted view: a pillar"; null for an ordinary one. */
    public static @Nullable String special(@Nullable SeatTraits traits, Locale language) {
        if (traits == null) {
            return null;
        }
        ResourceBundle words = of(language);
        String place = traits.place() == null
                ? null
                : words.getString(traits.place() == SeatTraits.Place.ACCESSIBLE ? "accessible" : "companion");
        String view = traits.view() == null ? null : words.getString("view") + ": " + traits.view();
        return Stream.of(place, view).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** {@code ko} or {@code en}. */
    public static String tag(Locale language) {
        return isKorean(language) ? "ko" : "en";
    }

    public static boolean isKorean(Locale language) {
        return language.getLanguage().equals(Locale.KOREAN.getLanguage());
    }
}
