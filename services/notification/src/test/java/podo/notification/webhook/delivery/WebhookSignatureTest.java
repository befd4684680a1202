package podo.notification.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The example of the Standard Webhooks' own libraries. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void theExampleOfTheSpecificationIsSignedAsThere() {
        assertThat(WebhookSignature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}", List.of(SECRET)))
                .isEqualTo(EXPECTED);
    }

    @Test
    void eachSecretSigns() {
        String other = WebhookSignature.newSecret(new SecureRandom());
        assertThat(other).matches("whsec_[A-Za-z0-9+/]{32}");
        assertThat(WebhookSignature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}",
                        List.of(other, SECRET)))
                .matches("v1,[A-Za-z0-9+/=]{44} v1,[A-Za-z0-9+/=]{44}")
                .endsWith(" " + EXPECTED);
    }
}
