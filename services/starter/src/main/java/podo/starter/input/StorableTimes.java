package podo.starter.input;

import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import org.springframework.format.datetime.standard.InstantFormatter;

/**
 * Reads a time of a path or query. One before 1970 or after 9999, which no event has and no database column or count of milliseconds
 * holds, is read as the nearest that is in between, so a filter finds what it would have found.
 */
class StorableTimes extends InstantFormatter {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    @Override
    public Instant parse(String text, Locale locale) throws ParseException {
        Instant time = super.parse(text, locale);
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }
}
