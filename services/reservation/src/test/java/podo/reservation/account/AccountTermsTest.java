package podo.reservation.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTermsTest {

    @ParameterizedTest
    @CsvSource({"박지훈, 지훈", "박지훈, 박", "박 지훈, 박지", "Jihun KIM, kim", "Jihun KIM, kim jihun", "ＪＩＨＵＮ, jihun", "José, josé"
    })
    void anyPartOfANameFindsIt(String name, String words) {
        assertThat(AccountTerms.words(words))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(AccountTerms.of(new KnownAccount(1, name, "x@example.com")))
                        .anyMatch(term -> term.startsWith(word)));
    }

    @ParameterizedTest
    @CsvSource({"Gil.Dong@Example.com, dong", "a.b@example.com, @example", "a.b@example.com, example.com"})
    void anyPartOfAnEmailBeforeItsSignFindsItAndTheWholeHost(String email, String word) {
        assertThat(AccountTerms.of(new KnownAccount(1, "", email)))
                .anyMatch(term -> term.startsWith(AccountTerms.words(word).getFirst()));
    }

    @Test
    void theLongestNamesMakeBoundedTermsAndCutNoCharacterInHalf() {
        KnownAccount longest = new KnownAccount(1, "😀".repeat(50), "x".repeat(64) + "@" + "y".repeat(180) + ".kr");
        assertThat(AccountTerms.of(longest))
                .hasSizeLessThan(120)
                .allSatisfy(term -> assertThat(term)
                        .hasSizeLessThanOrEqualTo(40)
                        .satisfies(text -> assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1)))
                                .isFalse()));
        assertThat(AccountTerms.of(new KnownAccount(1, "", ""))).isEmpty();
        assertThat(AccountTerms.words("a b c d e f g")).hasSize(4);
        assertThat(AccountTerms.words("   ")).isEmpty();
    }
}
