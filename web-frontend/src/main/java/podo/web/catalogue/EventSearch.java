package podo.web.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import podo.contracts.event.EventKind;
import podo.starter.text.WrittenText;
import podo.web.client.EventClient;

/**
 * The search words and filters of the list as typed. A filter that cannot be read counts as not set and is named by
 * {@link #problems}.
 *
 * @param from first day of the shows, ISO-8601
 * @param to last day of the shows, ISO-8601
 */
record EventSearch(
        @Nullable String query,
        @Nullable String kind,
        @Nullable String city,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean bookable) {

    private static final int MAX_QUERY = 100;
    private static final int MAX_CITY = 60;

    EventSearch {
        query = cut(query, MAX_QUERY);
        kind = cut(kind, MAX_QUERY);
        city = cut(city, MAX_CITY);
        from = cut(from, MAX_QUERY);
        to = cut(to, MAX_QUERY);
        bookable = Boolean.TRUE.equals(bookable);
    }

    private static String cut(@Nullable String typed, int max) {
        String text = typed == null ? "" : WrittenText.normalise(typed);
        return text.substring(0, Math.min(text.length(), max));
    }

    /** How many filters are set, the search words not counted. */
    public long filters() {
        return Stream.of(kind, city, from, to).filter(EventSearch::isSet).count()
                + (Boolean.TRUE.equals(bookable) ? 1 : 0);
    }

    boolean isEmpty() {
        return !isSet(query) && filters() == 0;
    }

    /** Message keys by field name. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (isSet(kind) && kindOrNull() == null) {
            problems.put("kind", "home.filter.wrong-kind");
        }
        if (isSet(from) && day(from) == null) {
            problems.put("from", "home.filter.wrong-day");
        }
        if (isSet(to) && day(to) == null) {
            problems.put("to", "home.filter.wrong-day");
        }
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first != null && last != null && last.isBefore(first)) {
            problems.put("to", "home.filter.wrong-order");
        }
        return problems;
    }

    EventClient.EventQuery toQuery(ZoneId zone) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        boolean ordered = first == null || last == null || !last.isBefore(first);
        return new EventClient.EventQuery(
                emptyToNull(query),
                kindOrNull(),
                emptyToNull(city),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null || !ordered
                        ? null
                        : last.plusDays(1).atStartOfDay(zone).toInstant(),
                Boolean.TRUE.equals(bookable) ? true : null,
                true);
    }

    /** The address of one page of this list, from 1. */
    public String pageUrl(int page) {
        var url = UriComponentsBuilder.fromPath("/");
        if (page > 1) {
            url.queryParam("page", page);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        addParameter("query", query, url, values);
        addParameter("kind", kind, url, values);
        addParameter("city", city, url, values);
        addParameter("from", from, url, values);
        addParameter("to", to, url, values);
        if (Boolean.TRUE.equals(bookable)) {
            url.queryParam("bookable", true);
        }
        return url.encode().buildAndExpand(values).toUriString();
    }

    private static void addParameter(
            String name, @Nullable String value, UriComponentsBuilder url, Map<String, Object> values) {
        if (value != null && !value.isEmpty()) {
            url.queryParam(name, "{" + name + "}");
            values.put(name, value);
        }
    }

    private @Nullable EventKind kindOrNull() {
        return Arrays.stream(EventKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSet(@Nullable String typed) {
        return typed != null && !typed.isEmpty();
    }

    private static @Nullable String emptyToNull(@Nullable String typed) {
        return isSet(typed) ? typed : null;
    }

    /** Null for what is no day of the years 2000 to 2999. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = isSet(typed) ? LocalDate.parse(typed) : null;
            return day == null || day.getYear() < 2000 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
