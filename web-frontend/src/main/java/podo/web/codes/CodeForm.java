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

/** A new code as typed; times are in the zone of {@link podo.web.page.PageSettings}. */
record CodeForm(
        @Nullable String code,
        @Nullable String how,
        @Nullable String value,
        @Nullable List<String> grade,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String mostUses,
        @Nullable String mostPerFan) {

    static final CodeForm EMPTY = new CodeForm("", "PERCENT", "", List.of(), "", "", "", "1");

    private static final Set<String> WAYS = Set.of("PERCENT", "AMOUNT", "PRICE");

    public boolean isOf(String name) {
        return grade != null && grade.contains(name);
    }

    Map<String, String> validate(Words words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (text(code).isEmpty()) {
            wrong.put("code", words.of("admin.wrong.missing"));
        }
        if (!WAYS.contains(text(how))) {
            wrong.put("how", words.of("admin.wrong.missing"));
        }
        if (NumberParser.of(value) == null) {
            wrong.put("value", words.of("admin.wrong.number"));
        }
        requireNumber("mostUses", mostUses, words, wrong);
        requireNumber("mostPerFan", mostPerFan, words, wrong);
        requireTime("validFrom", validFrom, words, wrong);
        requireTime("validUntil", validUntil, words, wrong);
        return wrong;
    }

    /** Call it only when {@link #validate} finds nothing. */
    CodeClient.NewCode toCode(ZoneId zone) {
        return new CodeClient.NewCode(
                text(code),
                text(how),
                NumberParser.of(value),
                grade == null || grade.isEmpty() ? null : grade,
                at(validFrom, zone),
                at(validUntil, zone),
                NumberParser.of(mostUses),
                NumberParser.of(mostPerFan));
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
