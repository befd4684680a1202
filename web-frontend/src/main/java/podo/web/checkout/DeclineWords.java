package podo.web.checkout;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import podo.web.page.Words;

/** Explains the bank's code of a payment that did not go through, and what helps. Codes: Toss Payments, confirm and fail page. */
@Component
class DeclineWords {

    /** What the fan can do, most promising first; {@code pay.advice.<name>} is its text. */
    enum Advice {
        AGAIN,
        OTHER_CARD,
        CALL_BANK,
        LATER,
        SUPPORT
    }

    /** @param code null when the reason says it all; else shown small, for support */
    record Explanation(
            String reason, Advice advice, @Nullable String code) {

        /** Key of the advice's text. */
        public String adviceKey() {
            return "pay.advice." + advice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final MessageSource messages;
    private final Words words;

    DeclineWords(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    Explanation explain(@Nullable String code) {
        String known = code == null
                ? null
                : messages.getMessage("pay.declined." + code, null, null, LocaleContextHolder.getLocale());
        if (known != null) {
            return new Explanation(known, advice(code), null);
        }
        boolean printable = code != null && code.matches("[A-Z][A-Z_]{2,59}");
        return new Explanation(words.of("pay.fail.declined"), Advice.OTHER_CARD, printable ? code : null);
    }

    private static Advice advice(@Nullable String code) {
        return switch (code) {
            case "PAY_PROCESS_CANCELED", "NOT_FOUND_PAYMENT_SESSION", "NOT_FOUND_PAYMENT" -> Advice.AGAIN;
            case "REJECT_CARD_COMPANY", "FDS_ERROR", "INVALID_STOPPED_CARD", "INVALID_CARD_LOST_OR_STOLEN" ->
                Advice.CALL_BANK;
            case "PAY_PROCESS_ABORTED", "CARD_PROCESSING_ERROR", "PROVIDER_ERROR", "NOT_AVAILABLE_PAYMENT" ->
                Advice.LATER;
            case "BELOW_MINIMUM_AMOUNT", "INVALID_REQUEST", "FORBIDDEN_REQUEST" -> Advice.SUPPORT;
            case null, default -> Advice.OTHER_CARD;
        };
    }
}
