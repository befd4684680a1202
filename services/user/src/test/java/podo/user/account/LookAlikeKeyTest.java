package podo.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeKeyTest {

    @ParameterizedTest
    @CsvSource({
        "organ\u0131ser@podo.dev, organiser@podo.dev",
        "\u043erganiser@podo.dev, organiser@podo.dev",
        "organiser@p\u043edo.dev, organiser@podo.dev",
        "organiser@xn--pdo-sed.dev, organiser@podo.dev",
        "\uff4frganiser@podo.dev, organiser@podo.dev",
        "ORGANISER@podo.dev, organiser@podo.dev"
    })
    void whatLooksAlikeHasOneKey(String fake, String real) {
        assertThat(LookAlikeKey.of(fake)).isEqualTo(LookAlikeKey.of(real));
    }

    @ParameterizedTest
    @CsvSource({
        "fan1@podo.dev, fanl@podo.dev",
        "caf\u00e9@podo.dev, cafe@podo.dev",
        "rn@podo.dev, m@podo.dev",
        "\uae40\ubbfc\uc9c0@podo.dev, \uae40\ubbfc\uc218@podo.dev"
    })
    void whatAPersonTellsApartHasTwo(String one, String other) {
        assertThat(LookAlikeKey.of(one)).isNotEqualTo(LookAlikeKey.of(other));
    }
}
