package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;

@OnRunningStack
class PasskeyJourney {

    private static final String USE = "form[data-passkey=get] button";
    private static final String ADD = "form[data-passkey=create]";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aFanAddsAPasskeyLogsInWithItAndRemovesIt() {
        Fan fan = Fan.fresh();
        Browser browser = browsers.english().logIn(fan);
        VirtualAuthenticator authenticator = browser.plugInAuthenticator();
        browser.open("/account").write("#passkeyName", "My laptop");
        browser.write("#passkeyPassword", "wrong horse battery").press(ADD + " button");
        browser.until(page -> page.text(ADD).contains("not your current password"), "to be told of the wrong password");
        assertThat(authenticator.getCredentials()).isEmpty();

        browser.write("#passkeyPassword", fan.password()).press(ADD + " button");
        browser.until(page -> page.url().endsWith("saved=passkey"), "the passkey to be added");
        assertThat(browser.text("main")).contains("My laptop", "Not used yet");
        assertThat(authenticator.getCredentials()).hasSize(1);
        browser.assertAccessible("/account");
        Mailbox.awaitMail(fan.email(), "A passkey was just added");

        logOut(browser).open("/login?to=/account").press(USE);
        browser.until(page -> page.path().equals("/account"), "to be logged in without a password");
        assertThat(browser.text("main")).contains(fan.email()).doesNotContain("Not used yet");
        assertThat(browser.shows("#passkeyPassword"))
                .as("a passkey is proof enough to add another")
                .isFalse();

        browser.press("form[action$='/remove'] button");
        browser.until(page -> page.url().endsWith("saved=passkey-removed"), "the passkey to be removed");
        logOut(browser).press(USE);
        browser.until(page -> page.text("main").contains("was not accepted"), "the removed passkey to be refused");
        browser.fillLogIn(fan.email(), fan.password());
    }

    @Test
    void aPageThatWantsAPasskeyAddsOneAndUsesItAndComesBack() {
        Fan fan = Fan.fresh();
        Browser browser = browsers.korean().logIn(fan);
        browser.plugInAuthenticator();
        browser.open("/passkey?to=/tickets%3Fpage%3D1").write("#passkeyPassword", fan.password());
        browser.assertAccessible("/passkey");
        browser.press(ADD + " button").press(USE);
        browser.until(page -> page.url().endsWith("/tickets?page=1"), "to come back");
        assertThat(fan.api().get("/api/users/me/log-ins").has(200).text()).contains("\"byPasskey\":true");
    }

    @Test
    void aForeignAuthenticatorIsRefusedAndANewDeviceIsToldOf() {
        Fan fan = Fan.fresh();
        Browser stranger = browsers.english();
        stranger.plugInAuthenticator();
        stranger.open("/login").press(USE);
        stranger.until(
                page -> !page.text("form[data-passkey=get] [role=status]").isEmpty(), "to be told that it failed");
        assertThat(stranger.path()).isEqualTo("/login");
        // the first log-in was the test's own, by the API
        browsers.english().logIn(fan);
        String mail = Mailbox.awaitMail(fan.email(), "not seen there before")
                .path("text")
                .asString();
        assertThat(mail).contains("Chrome · Linux", "/account", "KST");
    }

    private static Browser logOut(Browser browser) {
        return browser.press("form[action$='/logout'] button").at("/login");
    }
}
