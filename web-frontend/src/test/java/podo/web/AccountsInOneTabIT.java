package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people use one tab, one after the other, with the Back button: neither sees anything of the other. */
@WebFrontendTest
@EnabledIf("podo.web.Chromium#isInstalled")
class AccountsInOneTabIT {

    private static final String STORED = "return JSON.stringify([sessionStorage, localStorage])";

    @LocalServerPort
    int port;

    private Chromium tab;

    @BeforeEach
    void logInAsKim() {
        WebFrontendTest.SERVICES.reset();
        tab = Chromium.withSessionOf(new Browser(port).loggedIn(), port);
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void nothingOfAPersonIsLeftAfterTheLogOut() {
        tab.open("/");
        search("night");
        tab.open("/events/2/queue").waitFor("h1");
        tab.open("/").waitFor("nav form button");
        tab.run("sessionStorage.setItem('podo-chosen', 'Kim'); localStorage.setItem('podo-seal', 'Kim')");
        tab.click("nav form button");
        tab.waitFor("[data-logged-out]");
        assertThat(tab.run(STORED)).isEqualTo("[{},{}]");
        for (int back = 0; back < 3; back++) {
            tab.driver().navigate().back();
            tab.waitFor("h1");
            assertThat(tab.driver().getPageSource()).doesNotContain("Kim Seoyeon");
        }
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 8, "email", "lee@podo.dev", "name", "Lee Haneul", "roles", List.of("FAN")));
        tab.open("/login");
        tab.waitFor("#email").sendKeys("lee@podo.dev");
        tab.waitFor("#password").sendKeys("podo-demo");
        tab.click("main form button.go");
        tab.waitFor("nav form button");
        for (int back = 0; back < 2; back++) {
            assertThat(tab.driver().getPageSource()).doesNotContain("Kim Seoyeon");
            tab.driver().navigate().back();
            tab.waitFor("h1");
        }
    }

    @Test
    void typingInTheSearchBoxIsOneEntryOfTheHistoryAndTheLinksKeepIt() {
        tab.open("/tickets").open("/");
        Object before = tab.run("return history.length");
        search("n");
        search("i");
        assertThat(tab.run("return history.length")).isEqualTo(before);
        assertThat(tab.run("return location.search")).isEqualTo("?query=ni");
        assertThat(tab.driver().findElement(By.id("language")).getDomAttribute("href"))
                .contains("query=ni", "lang=ko");
        assertThat(tab.run("return sessionStorage.getItem('htmx-history-cache')"))
                .isNull();
    }

    private void search(String letters) {
        tab.waitFor("input[type=search]").sendKeys(letters);
        tab.run(
                "window.settled = false; document.addEventListener('htmx:afterSettle', () => { window.settled = true; })");
        new org.openqa.selenium.support.ui.WebDriverWait(tab.driver(), java.time.Duration.ofSeconds(20))
                .until(page -> Boolean.TRUE.equals(tab.run("return window.settled")));
    }
}
