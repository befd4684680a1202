package podo.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Fan@Podo.DEV, fan@podo.dev",
        "cafe\u0301@example.com, caf\u00e9@example.com",
        "fan@b\u00fccher.example, fan@xn--bcher-kva.example",
        "fan@bu\u0308cher.example, fan@xn--bcher-kva.example",
        "fan@XN--BCHER-KVA.example, fan@xn--bcher-kva.example",
        "fan@\u0062\u00dccher.example, fan@xn--bcher-kva.example",
        "no address, no address"
    })
    void eachSpellingOfAnAddressHasOneKey(String email, String key) {
        assertThat(EmailKey.of(email)).isEqualTo(key);
        assertThat(EmailKey.of(EmailKey.of(email))).isEqualTo(key);
    }
}
