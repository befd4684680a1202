package podo.web.boxoffice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podo.starter.text.WrittenText;
import podo.web.page.Words;

/**
 * The form of a sale as it was sent.
 *
 * @param way CASH, CARD or COMPLIMENTARY; null before it is chosen
 * @param seen the sum that the page showed
 * @param attempt names the sale: sent again, it is not sold twice
 */
record SaleForm(
        @Nullable String way,
        @Nullable String reason,
        @Nullable String name,
        @Nullable String email,
        @Nullable Long seen,
        @Nullable String attempt) {

    private static final Set<String> WAYS = Set.of("CASH", "CARD", "COMPLIMENTARY");
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    SaleForm {
        way = way != null && WAYS.contains(way) ? way : null;
        reason = reason == null ? "" : WrittenText.normalise(reason);
        name = name == null ? "" : WrittenText.normalise(name);
        email = email == null ? "" : WrittenText.normalise(email);
        attempt = attempt == null || attempt.isBlank() || attempt.length() > 100
                ? UUID.randomUUID().toString()
                : attempt;
    }

    SaleForm withNewAttempt() {
        return new SaleForm(way, reason, name, email, seen, null);
    }

    public boolean isGivenAway() {
        return "COMPLIMENTARY".equals(way);
    }

    Map<String, String> problems(Words words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (way == null) {
            wrong.put("way", words.of("desk.wrong.way"));
        }
        if (isGivenAway() && String.valueOf(reason).isEmpty()) {
            wrong.put("reason", words.of("desk.wrong.reason"));
        }
        checkLength("reason", reason, LONGEST_REASON, words, wrong);
        checkLength("name", name, LONGEST_NAME, words, wrong);
        checkLength("email", email, LONGEST_EMAIL, words, wrong);
        return wrong;
    }

    private static void checkLength(
            String field, @Nullable String text, int most, Words words, Map<String, String> wrong) {
        if (text != null && text.length() > most) {
            wrong.put(field, words.of("order.wrong.long", most));
        }
    }
}
