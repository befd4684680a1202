package podo.web.admin;

import org.jspecify.annotations.Nullable;

/** Parses numbers as people type them. */
final class NumberParser {

    private NumberParser() {}

    /** The whole number in this text, with or without separators and ₩; null when there is none, which the service refuses. */
    static @Nullable Integer of(@Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("[,\\s₩%]", "");
        return digits.matches("-?[0-9]{1,9}") ? Integer.valueOf(digits) : null;
    }
}
