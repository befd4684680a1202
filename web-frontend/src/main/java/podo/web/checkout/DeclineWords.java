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
        CHECK,
        PAY_AT_ONCE,
        OTHER_CARD,
        CALL_BANK,
        LATER,
        SUPPORT
    }

    /** @param code shown small, for whoever asks support; null when the reason says it all */
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
            Advice advice = advice(code);
            return new Explanation(known, advice, advice == Advice.SUPPORT ? code : null);
        }
        boolean printable = code != null && code.matches("[A-Z][A-Z0-9_]{2,59}");
        return new Explanation(words.of("pay.fail.declined"), Advice.OTHER_CARD, printable ? code : null);
    }

    private static Advice advice(@Nullable String code) {
        return switch (code) {
            case "PAY_PROCESS_CANCELED", "USER_CANCEL", "NOT_FOUND_PAYMENT_SESSION", "NOT_FOUND_PAYMENT" ->
                Advice.AGAIN;
            case "INVALID_CARD_NUMBER",
                    "INVALID_CARD_EXPIRATION",
                    "INVALID_CARD_IDENTITY",
                    "INVALID_PASSWORD",
                    "INVALID_BIRTHDAY_FORMAT" -> Advice.CHECK;
            case "EXCEED_MAX_CARD_INSTALLMENT_PLAN",
                    "INVALID_CARD_INSTALLMENT_PLAN",
                    "NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT",
                    "NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN" -> Advice.PAY_AT_ONCE;
            case "REJECT_CARD_COMPANY",
                    "INVALID_REJECT_CARD",
                    "FDS_ERROR",
                    "INVALID_STOPPED_CARD",
                    "INVALID_CARD_LOST_OR_STOLEN",
                    "RESTRICTED_CARD",
                    "EXCEED_MAX_AUTH_COUNT" -> Advice.CALL_BANK;
            case "PAY_PROCESS_ABORTED",
                    "CARD_PROCESSING_ERROR",
                    "PROVIDER_ERROR",
                    "NOT_AVAILABLE_PAYMENT",
                    "NOT_AVAILABLE_BANK",
                    "TOO_MANY_REQUESTS",
                    "IDEMPOTENT_REQUEST_PROCESSING",
                    "COMMON_ERROR",
                    "UNKNOWN_PAYMENT_ERROR",
                    "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
                    "FAILED_INTERNAL_SYSTEM_PROCESSING" -> Advice.LATER;
            case "BELOW_MINIMUM_AMOUNT",
                    "INVALID_REQUEST",
                    "FORBIDDEN_REQUEST",
                    "NOT_FOUND_TERMINAL_ID",
                    "UNAPPROVED_ORDER_ID",
                    "INVALID_UNREGISTERED_SUBMALL",
                    "INVALID_API_KEY",
                    "UNAUTHORIZED_KEY",
                    "INCORRECT_BASIC_AUTH_FORMAT",
                    "ALREADY_PROCESSED_PAYMENT",
                    "DUPLICATED_ORDER_ID" -> Advice.SUPPORT;
            case null, default -> Advice.OTHER_CARD;
        };
    }
}
