package podo.reservation.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodesTest {

    private static final TicketClaim CLAIM = new TicketClaim(12, 12_000_042, 4711, 3);

    private final String secret = secret();
    private final TicketKeys keys = new TicketKeys(new TicketKeySettings(secret, List.of()));
    private final TicketCodes codes = new TicketCodes(keys);

    @Test
    void aCodeSaysWhatWasSignedAndIsTheSameFromEveryInstance() {
        String code = codes.sign(CLAIM);

        assertThat(codes.read(code)).contains(CLAIM);
        TicketCodes otherInstance = new TicketCodes(new TicketKeys(new TicketKeySettings(secret, List.of())));
        assertThat(otherInstance.sign(CLAIM)).isEqualTo(code);
    }

    @Test
    void theLongestCodeHasAtMostThreeHundredBytes() {
        String longest = codes.sign(new TicketClaim(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE));

        assertThat(longest).hasSizeLessThanOrEqualTo(300).matches("[A-Za-z0-9._-]+");
        assertThat(codes.sign(CLAIM)).hasSizeLessThan(190);
    }

    @Test
    void noLetterOfACodeCanBeChanged() {
        String code = codes.sign(CLAIM);
        for (int i = 0; i < code.length() - 1; i++) { // the last letter has bits that no byte holds
            char other = code.charAt(i) == 'A' ? 'B' : 'A';
            String changed = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(codes.read(changed)).as(changed).isEmpty();
            assertThat(codes.read(code.substring(0, i))).isEmpty();
        }
    }

    @Test
    void anotherShopsSignatureIsForged() {
        String foreign = new TicketCodes(new TicketKeys(new TicketKeySettings(secret(), List.of()))).sign(CLAIM);

        assertThat(codes.read(foreign)).isEmpty();
    }

    @Test
    void codesOfARetiredKeyAreGoodUntilItLeavesTheList() {
        String old = codes.sign(CLAIM);
        String retired = keys.jwks().getFirst().x();
        TicketKeys next = new TicketKeys(new TicketKeySettings(secret(), List.of("", retired)));

        assertThat(next.jwks()).hasSize(2).contains(keys.jwks().getFirst());
        assertThat(new TicketCodes(next).read(old)).contains(CLAIM);
        assertThat(new TicketCodes(next).sign(CLAIM)).isNotEqualTo(old);
        TicketKeys later = new TicketKeys(new TicketKeySettings(secret(), List.of()));
        assertThat(new TicketCodes(later).read(old)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ".",
                "..",
                "PODO1.",
                "PODO1..",
                "PODO1.bnVsbA.AA", // null
                "PODO1.W10.AA", // []
                "PODO1.e30.AA", // {}
                "PODO1.eyJrIjpudWxsfQ.AA",
                "PODO1.!!!.AA",
                "PODO-QT6N-A7N4-6WEV-X793",
                "https://example.com/ticket/1",
                "포도"
            })
    void whatIsNoCodeIsReadAsNone(String text) {
        assertThat(codes.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64"})
    void aSecretOfTheWrongSizeIsRefusedAtTheStart(String wrong) {
        assertThatThrownBy(() -> new TicketKeys(new TicketKeySettings(wrong, List.of())))
                .hasMessageContaining("PODO_TICKET_KEY");
    }

    static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
