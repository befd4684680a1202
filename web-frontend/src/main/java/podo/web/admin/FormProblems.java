package podo.web.admin;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.web.page.Words;

/** What a form does not say clearly, field by field, in the organiser's language; the service need not be asked then. */
final class FormProblems {

    private final Words words;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    FormProblems(Words words) {
        this.words = words;
    }

    FormProblems needs(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            about(field, "admin.wrong.missing");
        }
        return this;
    }

    /** A whole number, or nothing. */
    FormProblems number(String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank() && NumberParser.of(typed) == null) {
            about(field, "admin.wrong.number");
        }
        return this;
    }

    /** A time as datetime-local writes it, or nothing. */
    FormProblems time(String field, @Nullable String typed) {
        try {
            if (typed != null && !typed.isBlank()) {
                LocalDateTime.parse(typed);
            }
        } catch (DateTimeParseException e) {
            about(field, "admin.wrong.time");
        }
        return this;
    }

    FormProblems about(String field, String key) {
        wrong.putIfAbsent(field, words.of(key));
        return this;
    }

    Map<String, String> found() {
        return wrong;
    }
}
