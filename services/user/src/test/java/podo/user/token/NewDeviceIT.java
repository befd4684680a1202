package podo.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.MailedLinks;
import podo.user.UserIT;

class NewDeviceIT extends UserIT {

    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    MailedLinks mails;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstLogInAfterASignUpIsNoNews() {
        String email = signUpFan();
        logIn(email, PASSWORD, "User-Agent", FIREFOX);
        assertThat(told(email)).isZero();
    }

    @Test
    void aBrowserThatWasNotSeenIsToldOfWithItsKind() {
        String email = signUpFan();
        logIn(email, PASSWORD);
        logIn(email, PASSWORD, "User-Agent", FIREFOX);
        assertThat(told(email)).isEqualTo(1);
        assertThat(devices(email)).containsExactly("Firefox · Windows");
    }

    @Test
    void aBrowserThatKeptItsDeviceTokenWasSeenAlsoAfterANewPassword() {
        String email = signUpFan();
        Answer first = logIn(email, PASSWORD, "User-Agent", FIREFOX);
        put("/api/users/me/password", Map.of("current", PASSWORD, "password", "another horse battery"), as(first));
        again(email, "another horse battery", first.text("device"));
        assertThat(told(email)).isZero();
    }

    @Test
    void theDeviceOfAnotherAccountWasNotSeenAtThisOne() {
        Answer other = logIn(signUpFan(), PASSWORD);
        String email = signUpFan();
        logIn(email, PASSWORD);
        again(email, PASSWORD, other.text("device"));
        assertThat(told(email)).isEqualTo(1);
    }

    @Test
    void aProgramIsSeenByItsName() {
        String email = signUpFan();
        logIn(email, PASSWORD, "User-Agent", "box-office/1.0");
        logIn(email, PASSWORD, "User-Agent", "box-office/1.0");
        assertThat(told(email)).isZero();
        logIn(email, PASSWORD, "User-Agent", "Your account is locked, call 010/1.0");
        assertThat(told(email)).isEqualTo(1);
        assertThat(devices(email)).containsExactly("");
    }

    @Test
    void aFailedLogInIsNoNews() {
        String email = signUpFan();
        logIn(email, PASSWORD);
        logIn(email, "wrong horse battery", "User-Agent", FIREFOX);
        assertThat(told(email)).isZero();
    }

    @Test
    void anHourHasFiveSuchMails() {
        String email = signUpFan();
        logIn(email, PASSWORD);
        for (int i = 0; i < 7; i++) {
            logIn(email, PASSWORD, "User-Agent", FIREFOX);
        }
        assertThat(told(email)).isEqualTo(5);
    }

    private void again(String email, String password, String device) {
        Answer answer = post(
                "/api/tokens",
                Map.of("email", email, "password", password, "devices", List.of(device)),
                "User-Agent",
                FIREFOX);
        assertThat(answer.status()).isEqualTo(200);
    }

    private int told(String email) {
        return mails.tokens(email, "NEW_DEVICE").size();
    }

    private List<String> devices(String email) {
        return jdbc.sql("SELECT COALESCE(device, '') FROM account_mail WHERE email = ? AND kind = 'NEW_DEVICE'")
                .param(email)
                .query(String.class)
                .list();
    }
}
