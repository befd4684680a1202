package podo.user.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.user.MailedLinks;
import podo.user.UserIT;

/** Every door takes and refuses the same passwords and the same addresses. */
class OneRuleIT extends UserIT {

    @Autowired
    MailedLinks links;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "nine char",
                "password12",
                "qwertyuiop",
                "1234567890",
                "aaaaaaaaaaaaaaaa",
                "podopodopodo",
                "\uD83C\uDF47\uD83C\uDF47\uD83C\uDF47\uD83C\uDF47\uD83C\uDF47",
                "\u1112\u1161\u11ab\u1100\u116e\u11a8\u1112\u1161\u11ab\u1100\u116e\u11a8"
            })
    void aWeakPasswordIsRefusedByAllThree(String weak) {
        Answer signUp = post("/api/users", Map.of("email", freshEmail(), "password", weak, "name", "Minji"));
        assertPasswordRefused(signUp);
        String email = signUpFan();
        Answer me = logIn(email, PASSWORD);
        assertPasswordRefused(put("/api/users/me/password", Map.of("current", PASSWORD, "password", weak), as(me)));
        assertPasswordRefused(post("/api/users/password", Map.of("token", tokenFor(email), "password", weak)));
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    /** No rule of composition: letters alone, blanks, Hangul; ten characters, however a keyboard spells them. */
    @ParameterizedTest
    @ValueSource(strings = {"zitrone wal kabel", "포도알맞추기좋은밤", "  blanks at both ends  ", "\uD83C\uDF47 grapes fly low"})
    void aPasswordThatIsHardToGuessIsTakenByAllThreeInEachSpelling(String strong) {
        String first = strong + " 처음";
        String email = freshEmail();
        assertThat(post("/api/users", Map.of("email", email, "password", first, "name", "Minji"))
                        .status())
                .isEqualTo(201);
        Answer me = logIn(email, Normalizer.normalize(first, Normalizer.Form.NFD));
        assertThat(me.status()).isEqualTo(200);
        String second = Normalizer.normalize(strong + " 다음", Normalizer.Form.NFD);
        assertThat(put("/api/users/me/password", Map.of("current", first, "password", second), as(me))
                        .status())
                .isEqualTo(204);
        assertThat(logIn(email, Normalizer.normalize(second, Normalizer.Form.NFC))
                        .status())
                .isEqualTo(200);
        String third = strong + " 나중";
        assertThat(post("/api/users/password", Map.of("token", tokenFor(email), "password", third))
                        .status())
                .isEqualTo(204);
        assertThat(logIn(email, third).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fan@example.com\r\nBcc: thief@evil.example",
                "fan@example.com\nBcc: thief@evil.example",
                "fan\r\n@example.com",
                "fan@example.com\u2028Bcc: x@evil.example",
                "fan@example.com, thief@evil.example",
                "fan@example.com;thief@evil.example",
                "Minji <fan@example.com>",
                "<fan@example.com>",
                "fan@example.com\u0000",
                "fan@exam\u202eple.com",
                "fan@exa mple.com",
                "fan@@example.com",
                "@example.com",
                "fan@",
                "fan..podo@example.com",
                "fan@.example.com",
                "mailto:fan@example.com?bcc=x@evil.example"
            })
    void whatIsNotOneAddressIsRefusedByAllThree(String address) {
        assertAddress(address, false);
    }

    @Test
    void threeHundredLettersAreRefusedByAllThree() {
        assertAddress("f".repeat(300) + "@example.com", false);
        assertAddress("fan@" + "e".repeat(300) + ".com", false);
        assertAddress("fan@" + "포".repeat(300) + ".한국", false);
    }

    @Test
    void domainsInUnicodeQuotesAndTagsAreAddresses() {
        String tag = UUID.randomUUID().toString();
        assertAddress("fan-" + tag + "@포도.한국", true);
        assertAddress("fan+podo-" + tag + "@example.com", true);
        assertAddress("o'neil-" + tag + "@example.com", true);
        assertAddress("\"fan-" + tag + "\"@example.com", true);
    }

    private void assertAddress(String address, boolean taken) {
        Answer signUp = post("/api/users", Map.of("email", address, "password", PASSWORD, "name", "Minji"));
        assertThat(signUp.status()).as("sign-up").isEqualTo(taken ? 201 : 400);
        Answer reset = post("/api/users/password-reset", Map.of("email", address));
        assertThat(reset.status()).as("reset").isEqualTo(taken ? 202 : 400);
        Answer me = logIn(signUpFan(), PASSWORD);
        Answer change = put(
                "/api/users/me/email",
                Map.of(
                        "email",
                        taken ? address.replace("fan", "new").replace("neil", "hara") : address,
                        "password",
                        PASSWORD),
                as(me));
        assertThat(change.status()).as("change").isEqualTo(taken ? 202 : 400);
        assertThat(logIn(address, PASSWORD).status()).as("log-in").isIn(taken ? List.of(200) : List.of(400, 401));
        if (!taken) {
            assertThat(List.of(signUp, reset, change))
                    .allSatisfy(
                            refused -> assertThat(refused.body().path("fields").findValuesAsString("field"))
                                    .contains("email"));
        }
    }

    private static void assertPasswordRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("fields").findValuesAsString("field")).containsOnly("password");
    }

    private String tokenFor(String email) {
        post("/api/users/password-reset", Map.of("email", email));
        await().until(() -> !links.tokens(email, "RESET_PASSWORD").isEmpty());
        return links.tokens(email, "RESET_PASSWORD").getLast();
    }
}
