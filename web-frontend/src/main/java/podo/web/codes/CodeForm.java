package podo.web.codes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.web.admin.NumberParser;
import podo.web.page.Words;

/**
 * A new code as typed; times are in the zone of {@link podo.web.page.PageSettings}.
 *
 * @param dates "all" for all dates of the show
 */
record CodeForm(
        @Nullable String code,
        @Nullable String how,
        @Nullable String value,
        @Nullable List<String> grade,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String mostUses,
        @Nullable String mostPerFan,
        @Nullable String dates) {

    static final CodeForm EMPTY = new CodeForm("", "PERCENT", "", List.of(), "", "", "", "1", "");

    private static final Set<String> WAYS = Set.of("PERCENT", "AMOUNT", "PRICE", "EARLY");
    private static final int REFUSED_NUMBER = -1;

    public boolean isOf(String name) {
        return grade != null && grade.contains(name);
    }

    /** What can't be read, by field. The service finds the rest. */
    Map<String, String> unreadable(Words words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        requireNumber("value", value, words, wrong);
        requireNumber("mostUses", mostUses, words, wrong);
        requireNumber("mostPerFan", mostPerFan, words, wrong);
        requireTime("validFrom", validFrom, words, wrong);
        requireTime("validUntil", validUntil, words, wrong);
        return wrong;
    }

    /** What can't be read becomes a value that the service refuses, so that it names all other faults in the same answer. */
    CodeClient.NewCode toCode(ZoneId zone) {
        return new CodeClient.NewCode(
                text(code),
                WAYS.contains(text(how)) ? text(how) : null,
                number(value),
                grade == null || grade.isEmpty() ? null : grade,
                time(validFrom, zone),
                time(validUntil, zone),
                number(mostUses),
                number(mostPerFan),
                "all".equals(text(dates)) ? true : null);
    }

    private static @Nullable Integer number(@Nullable String typed) {
        Integer number = NumberParser.of(typed);
        return number == null && !text(typed).isEmpty() ? Integer.valueOf(REFUSED_NUMBER) : number;
    }

    private static @Nullable Instant time(@Nullable String typed, ZoneId zone) {
        try {
            return at(typed, zone);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static void requireNumber(String field, @Nullable String typed, Words words, Map<String, String> wrong) {
        if (!text(typed).isEmpty() && NumberParser.of(typed) == null) {
            wrong.put(field, words.of("admin.wrong.number"));
        }
    }

    private static void requireTime(String field, @Nullable String typed, Words words, Map<String, String> wrong) {
        try {
            at(typed, ZoneId.systemDefault());
        } catch (DateTimeParseException e) {
            wrong.put(field, words.of("admin.wrong.time"));
        }
    }

    private static @Nullable Instant at(@Nullable String typed, ZoneId zone) {
        return text(typed).isEmpty()
                ? null
                : LocalDateTime.parse(text(typed)).atZone(zone).toInstant();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
