package podo.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void everyProblemHasATextInBothLanguages() {
        assertThat(ResourceBundle.getBundle("problems", Locale.KOREAN).keySet())
                .isEqualTo(ResourceBundle.getBundle("problems", Locale.ROOT).keySet())
                .containsExactlyInAnyOrder(
                        "problem.email-taken",
                        "problem.bad-credentials",
                        "problem.refresh-token-invalid",
                        "problem.token-invalid",
                        "problem.role-account",
                        "problem.last-owner",
                        "problem.already-member",
                        "problem.invitation-for-another",
                        "problem.live-events",
                        "problem.passkey-refused",
                        "problem.too-many-passkeys",
                        "problem.too-many-keys",
                        "invalid.passkey",
                        "invalid.password-wrong",
                        "invalid.language",
                        "invalid.password-short",
                        "invalid.password-common",
                        "invalid.password-own");
    }
}
