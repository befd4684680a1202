package podo.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    private record Addressed(@MailAddress @Nullable String email) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "fan@podo.dev", "first.last+seats@mail.example.co.kr", "홍길동@예시.한국"})
    void isTaken(@Nullable String address) {
        assertThat(validator.validate(new Addressed(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fan",
                "fan@localhost",
                "notanaddress@x",
                "fan@podo.",
                "fan@podo.d",
                "@podo.dev",
                "a@b@podo.dev",
                "fan@po do.dev"
            })
    void isRefusedOnce(String address) {
        assertThat(validator.validate(new Addressed(address))).hasSize(1);
    }
}
