package podo.reservation.booking.order.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A seat as people call it: B-12, B12, 1층 B열 12번, Stalls B 12.
 *
 * @param section null when it is not named
 */
record SeatLabel(@Nullable String section, String row, int number) {

    private static final Pattern LABEL = Pattern.compile(
            "(?:(?<section>.{1,60}?)[\\s·,]+)?(?:row\\s+)?"
                    + "(?:(?<letters>[A-Z]{1,3}|[가나다라마바사아자차카타파하])|(?<row>[\\p{L}\\p{N}]{1,12}?)(?=[\\s·–열행-]))(?:열|행)?[\\s·–-]*"
                    + "(?<number>[0-9]{1,4})(?:번|석)?",
            Pattern.CASE_INSENSITIVE);

    static Optional<SeatLabel> read(String text) {
        Matcher label = LABEL.matcher(text.strip());
        if (!label.matches()) {
            return Optional.empty();
        }
        String letters = label.group("letters");
        String row = letters != null ? letters : label.group("row");
        return Optional.of(new SeatLabel(label.group("section"), row, Integer.parseInt(label.group("number"))));
    }
}
