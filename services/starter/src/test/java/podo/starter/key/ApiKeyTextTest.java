package podo.starter.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiKeyTextTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aKeyIsFoundByItsPrefixAndChecksum() {
        String key = ApiKeyText.generate(RANDOM);
        assertThat(key).matches("podo_[0-9A-Za-z]{46}");
        assertThat(ApiKeyText.isWellFormed(key)).isTrue();
        assertThat(ApiKeyText.start(key)).hasSize(9).isEqualTo(key.substring(0, 9));
        assertThat(ApiKeyText.generate(RANDOM)).isNotEqualTo(key);
    }

    @Test
    void eachTypingErrorOfOneCharacterIsFound() {
        String key = ApiKeyText.generate(RANDOM);
        assertThat(IntStream.range(5, key.length())
                        .mapToObj(i -> key.substring(0, i) + (key.charAt(i) == 'x' ? 'y' : 'x') + key.substring(i + 1)))
                .noneMatch(ApiKeyText::isWellFormed);
        assertThat(ApiKeyText.isWellFormed(key + "0")).isFalse();
        assertThat(ApiKeyText.isWellFormed(key.substring(1))).isFalse();
        assertThat(ApiKeyText.isWellFormed("podo_" + "é".repeat(46))).isFalse();
    }
}
