package podo.web.admin;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.web.page.Words;

/** Collects a form's validation messages by field, in the organiser's language, before the service is called. */
public final class FormProblems {

    private final Words words;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    public FormProblems(Words words) {
        this.words = words;
    }

    public FormProblems require(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            add(field, "admin.wrong.missing");
        }
        return this;
    }

    /** Accepts a whole number or nothing. */
    public FormProblems checkNumber(String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank() && NumberParser.of(typed) == null) {
            add(field, "admin.wrong.number");
        }
        return this;
    }

    /** Accepts a whole number within these limits, or nothing; the service has the same limits and decides. */
    public FormProblems checkNumber(String field, @Nullable String typed, int least, int most) {
        Integer number = NumberParser.of(typed);
        if (number != null && number < least) {
            add(field, "admin.wrong.at-least", least);
        } else if (number != null && number > most) {
            add(field, "admin.wrong.at-most", most);
        }
        return checkNumber(field, typed);
    }

    /** Accepts a time in the format of {@code datetime-local}, or nothing. */
    public FormProblems checkTime(String field, @Nullable String typed) {
        try {
            if (typed != null && !typed.isBlank()) {
                LocalDateTime.parse(typed);
            }
        } catch (DateTimeParseException e) {
            add(field, "admin.wrong.time");
        }
        return this;
    }

    public FormProblems add(String field, String key, Object... args) {
        wrong.putIfAbsent(field, words.of(key, args));
        return this;
    }

    public Map<String, String> found() {
        return wrong;
    }
}
