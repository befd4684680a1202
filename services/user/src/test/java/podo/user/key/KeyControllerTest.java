package podo.user.key;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import podo.starter.key.ApiScope;
import podo.starter.passkey.PasskeyRequired;
import podo.starter.security.Fan;

class KeyControllerTest {

    private static final Jwt BY_PASSWORD =
            Jwt.withTokenValue("t").header("alg", "RS256").subject("7").build();

    /** What the desk would do is a null pointer here: nothing of it is reached. */
    @Test
    void aKeyForMoneyTakesALogInWithAPasskey() {
        KeyController controller = new KeyController(null, true);
        KeyController.KeyRequest money =
                new KeyController.KeyRequest("Sync", Set.of(ApiScope.EVENTS_READ, ApiScope.MONEY_READ), 30);
        assertThatThrownBy(() -> controller.make(7, money, Fan.of(7), BY_PASSWORD))
                .isInstanceOf(PasskeyRequired.class);
        KeyController.KeyRequest other = new KeyController.KeyRequest("Sync", Set.of(ApiScope.EVENTS_READ), 30);
        assertThatThrownBy(() -> controller.make(7, other, Fan.of(7), BY_PASSWORD))
                .isInstanceOf(NullPointerException.class);
    }
}
