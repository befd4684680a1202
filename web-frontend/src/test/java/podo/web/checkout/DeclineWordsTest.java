package podo.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import podo.web.checkout.DeclineWords.Advice;
import podo.web.page.Words;

class DeclineWordsTest {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final Words words = mock();
    private final DeclineWords declines = new DeclineWords(messages, words);

    @BeforeEach
    void readTheTexts() {
        messages.setBasename("podo/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        when(words.of(any(String.class)))
                .then(call -> messages.getMessage(call.getArgument(0), null, LocaleContextHolder.getLocale()));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** The codes of Toss's confirm call and fail page, those of the simulator among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAY_PROCESS_CANCELED",
                "PAY_PROCESS_ABORTED",
                "USER_CANCEL",
                "ALREADY_PROCESSED_PAYMENT",
                "PROVIDER_ERROR",
                "EXCEED_MAX_CARD_INSTALLMENT_PLAN",
                "INVALID_REQUEST",
                "NOT_ALLOWED_POINT_USE",
                "INVALID_API_KEY",
                "INVALID_REJECT_CARD",
                "BELOW_MINIMUM_AMOUNT",
                "INVALID_CARD_EXPIRATION",
                "INVALID_STOPPED_CARD",
                "EXCEED_MAX_DAILY_PAYMENT_COUNT",
                "NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT",
                "INVALID_CARD_INSTALLMENT_PLAN",
                "NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN",
                "EXCEED_MAX_PAYMENT_AMOUNT",
                "NOT_FOUND_TERMINAL_ID",
                "INVALID_AUTHORIZE_AUTH",
                "INVALID_CARD_LOST_OR_STOLEN",
                "RESTRICTED_TRANSFER_ACCOUNT",
                "INVALID_CARD_NUMBER",
                "INVALID_UNREGISTERED_SUBMALL",
                "EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT",
                "EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT",
                "CARD_PROCESSING_ERROR",
                "EXCEED_MAX_AMOUNT",
                "INVALID_ACCOUNT_INFO_RE_REGISTER",
                "NOT_AVAILABLE_PAYMENT",
                "UNAPPROVED_ORDER_ID",
                "EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT",
                "UNAUTHORIZED_KEY",
                "REJECT_ACCOUNT_PAYMENT",
                "REJECT_CARD_PAYMENT",
                "REJECT_CARD_COMPANY",
                "FORBIDDEN_REQUEST",
                "REJECT_TOSSPAY_INVALID_ACCOUNT",
                "EXCEED_MAX_AUTH_COUNT",
                "EXCEED_MAX_ONE_DAY_AMOUNT",
                "NOT_AVAILABLE_BANK",
                "INVALID_PASSWORD",
                "INCORRECT_BASIC_AUTH_FORMAT",
                "FDS_ERROR",
                "NOT_FOUND_PAYMENT",
                "NOT_FOUND_PAYMENT_SESSION",
                "DUPLICATED_ORDER_ID",
                "IDEMPOTENT_REQUEST_PROCESSING",
                "TOO_MANY_REQUESTS",
                "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
                "FAILED_INTERNAL_SYSTEM_PROCESSING",
                "UNKNOWN_PAYMENT_ERROR",
                "COMMON_ERROR"
            })
    void eachCodeOfTossHasWordsInBothLanguages(String code) {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.KOREAN}) {
            LocaleContextHolder.setLocale(language);
            DeclineWords.Explanation why = declines.explain(code);
            assertThat(why.reason()).isEqualTo(messages.getMessage("pay.declined." + code, null, language));
            assertThat(why.code()).isEqualTo(why.advice() == Advice.SUPPORT ? code : null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_CARD_NUMBER,CHECK",
        "NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN,PAY_AT_ONCE",
        "REJECT_CARD_PAYMENT,OTHER_CARD",
        "INVALID_CARD_LOST_OR_STOLEN,CALL_BANK",
        "UNKNOWN_PAYMENT_ERROR,LATER",
        "DUPLICATED_ORDER_ID,SUPPORT",
        "PAY_PROCESS_CANCELED,AGAIN"
    })
    void theAdviceFitsTheCode(String code, Advice advice) {
        assertThat(declines.explain(code).advice()).isEqualTo(advice);
    }

    @Test
    void everyAdviceHasWords() {
        for (Advice advice : Advice.values()) {
            var why = new DeclineWords.Explanation("", advice, null);
            assertThat(messages.getMessage(why.adviceKey(), null, Locale.ENGLISH))
                    .isNotBlank();
            assertThat(messages.getMessage(why.adviceKey(), null, Locale.KOREAN))
                    .isNotBlank();
        }
    }

    @Test
    void anUnknownCodeBlamesNoCardAndIsKeptForSupportUnlessItIsMadeUp() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(declines.explain("SOMETHING_NEW"))
                .isEqualTo(new DeclineWords.Explanation(
                        "The bank or the payment provider declined the payment. Nothing was charged.",
                        Advice.OTHER_CARD,
                        "SOMETHING_NEW"));
        assertThat(declines.explain("<b>call 1234</b>").code()).isNull();
        assertThat(declines.explain(null).code()).isNull();
    }
}
