package podo.web.admin;

import org.jspecify.annotations.Nullable;

/** Numbers as people type them. */
final class NumberParser {

    private NumberParser() {}

    /** The whole number in this text (165,000 and ₩165,000 too); null when it holds none, so that the service refuses it. */
    static @Nullable Integer of(@Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("[,\\s₩%]", "");
        return digits.matches("-?[0-9]{1,9}") ? Integer.valueOf(digits) : null;
    }
}
