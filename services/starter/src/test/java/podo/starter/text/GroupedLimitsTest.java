package podo.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;

/** Limits in messages are written as people read them. */
class GroupedLimitsTest {

    record Form(
            @Max(10_000_000) long price,
            @Min(1_000) long cap,
            @Size(max = 5_000) String text,
            @PersonText(max = 1_000) String note) {}

    private static final Form WRONG = new Form(10_000_001, 999, "x".repeat(5_001), "x".repeat(1_001));

    @Test
    void limitsHaveSeparators() {
        assertThat(messages(Locale.ENGLISH))
                .contains(
                        "must be at most 10,000,000",
                        "must be at least 1,000",
                        "between 0 and 5,000",
                        "at most 1,000 characters");
        assertThat(messages(Locale.KOREAN)).contains("10,000,000 이하여야", "1,000 이상이어야", "0 이상 5,000 이하", "1,000자 이하여야");
    }

    private static String messages(Locale language) {
        try (var factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(language)
                .buildValidatorFactory()) {
            return factory.getValidator().validate(WRONG).stream()
                    .map(wrong -> wrong.getMessage())
                    .collect(Collectors.joining("\n"));
        }
    }
}
