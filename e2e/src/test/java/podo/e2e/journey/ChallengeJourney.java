package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** A script holds with a fan's account while the fan looks at the seats: the page asks for work, and goes on with what was chosen. */
@OnRunningStack
class ChallengeJourney {

    private static final String CHALLENGE = "urn:problem:challenge-required";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void anAccountThatBehavesLikeAScriptGoesOnByKeyboardAndLosesNothing() {
        Show show = Show.onSale(1, 4);
        Fan fan = Fan.fresh();
        Browser browser = browsers.english();
        TicketSteps.goToSeats(browser, show, fan);
        String pass = fan.enter(show.id());
        List<Long> tooMany = fan.freeSeats(show.id()).subList(0, 1);
        browser.open("/events/" + show.id() + "/seats?view=list");
        browser.tick("#rows input[name=seat][value='2']");
        beScript(fan, show, pass, tooMany);

        browser.press("#list .sticky-buy button[type=submit]");

        browser.at("/challenge").assertAccessible("the page of a challenge");
        assertThat(browser.source()).contains("account number, " + fan.id());
        // the limit of holds lets one through again a second later
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        browser.see("#challenge button").sendKeys(Keys.ENTER);
        browser.at("/checkout/[^/]+");
        assertThat(fan.status(show.id(), tooMany.getFirst() + 1)).isEqualTo("HELD");
    }

    /** Sends what cannot be held until it is asked for work. */
    private static void beScript(Fan fan, Show show, String pass, List<Long> seats) {
        Answer answer = fan.hold(show.id(), pass, List.of(seats.getFirst(), seats.getFirst()));
        for (int i = 0; i < 300 && !answer.text().contains(CHALLENGE); i++) {
            answer = fan.hold(show.id(), pass, List.of(seats.getFirst(), seats.getFirst()));
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.string("type")).isEqualTo(CHALLENGE);
    }
}
