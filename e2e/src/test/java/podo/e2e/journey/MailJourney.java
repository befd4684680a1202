package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

@OnRunningStack
class MailJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aPurchaseARefundAndTheirMails() {
        Fan fan = Fan.fresh();
        Show show = Show.onSale(2, 4);
        JsonNode bought = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 2));
        JsonNode mail = Mailbox.awaitMail(fan.email(), bought.path("orderId").asString());
        assertThat(mail.path("subject").asString()).contains(show.title());
        assertThat(mail.path("to").asString()).isEqualTo(fan.email());
        assertThat(mail.path("html").asString()).contains(show.title());
        assertThat(mail.path("text").asString())
                .contains("₩" + String.format("%,d", bought.path("amount").asLong()), "/tickets");
        assertThat(mail.path("attachments")
                        .valueStream()
                        .map(file -> file.path("name").asString()))
                .containsExactly("podo-tickets.pdf", "podo.ics");
        assertThat(Api.simulator()
                        .get("/mail/api/messages/" + mail.path("id").asString() + "/attachments/podo.ics")
                        .has(200)
                        .text())
                .startsWith("BEGIN:VCALENDAR");

        String seat = bought.path("seats").get(0).path("id").asString();
        fan.api()
                .post(
                        "/api/reservations/" + bought.path("id").asString() + "/cancel",
                        Map.of("seatIds", new long[] {Long.parseLong(seat)}))
                .isOneOf(200, 202);
        Mailbox.awaitMail(fan.email(), "efund");
        assertThat(Mailbox.of(fan.email()).stream()
                        .filter(sent -> sent.path("text")
                                .asString()
                                .contains(bought.path("orderId").asString())))
                .as("tickets and refund, once each")
                .hasSize(2);
    }

    @Test
    void aForgottenPasswordIsResetByMail() {
        Fan fan = Fan.fresh();
        String fresh = "grapes again " + UUID.randomUUID();
        Browser elsewhere = browsers.english().logIn(fan);
        Browser browser = browsers.english();
        browser.open("/login").press("a[href='/password/forgot']");
        browser.write("#email", fan.email()).press("main form button[type=submit]");
        browser.until(page -> page.url().endsWith("?sent"), "to be told that a mail is on its way");
        String link = Mailbox.link(Mailbox.awaitMail(fan.email(), "/password/reset"), "/password/reset?token=");
        browser.open(link);
        assertThat(browser.url()).endsWith("/password/reset");
        browser.write("#password", "short").press("main form button[type=submit]");
        browser.see("#password-wrong");
        browser.write("#password", fresh).press("main form button[type=submit]");
        browser.until(page -> page.url().contains("/login?reset"), "to be led to the log-in");
        browser.fillLogIn(fan.email(), fresh);
        browser.open("/account").see("#devices-h");
        browser.assertAccessible("/account");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> elsewhere.open("/tickets").url().contains("/login"));
        Mailbox.awaitMail(fan.email(), "just changed");
        browser.open(link);
        browser.see("a[href='/password/forgot'].btn, #password");
    }

    @Test
    void anAddressIsConfirmedAndAnAccountIsDeletedWithAllThatIsHeld() {
        Fan fan = Fan.fresh();
        Show show = Show.onSale(1, 4);
        JsonNode bought = fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1));
        Browser browser = browsers.english();
        browser.open(Mailbox.link(Mailbox.awaitMail(fan.email(), "/account/confirm"), "/account/confirm?token="));
        browser.press("main form button[type=submit]");
        browser.until(page -> page.url().endsWith("?done"), "the address to be confirmed");
        assertThat(fan.api()
                        .get("/api/users/me")
                        .has(200)
                        .json("emailConfirmed")
                        .asBoolean())
                .isTrue();

        Answer export = fan.api().get("/api/users/me/export").has(200);
        assertThat(export.json("account").path("email").asString()).isEqualTo(fan.email());
        assertThat(export.json("reservations").get(0).path("orderId").asString())
                .isEqualTo(bought.path("orderId").asString());
        for (String part : new String[] {"tickets", "payments", "holds", "seats", "mails"}) {
            assertThat(export.json(part).isEmpty()).as(part).isFalse();
        }

        browser.logIn(fan).open("/account");
        browser.tick("#understood").press("form[action$='/account/delete'] button");
        browser.until(page -> page.url().contains("/login?deleted"), "the account to be deleted");
        Api.open()
                .post("/api/tokens", Map.of("email", fan.email(), "password", fan.password()))
                .has(401);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> fan.api().get("/api/users/me").status() == 401);
    }
}
