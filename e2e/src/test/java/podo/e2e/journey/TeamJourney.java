package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** An owner invites by mail, who was invited sees what the role may see, and who is removed is out. */
@OnRunningStack
class TeamJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void financeAndDoorJoinSeeTheirsAndOneIsRemoved() {
        Show show = Show.onSale(1, 2);
        Fan finance = Fan.fresh();
        Fan door = Fan.fresh();
        Browser owner = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        owner.open("/admin/team").assertAccessible("the team");
        invite(owner, finance, "FINANCE");
        owner.assertAccessible("the team with an invitation");
        invite(owner, door, "DOOR");

        Browser financeBrowser = join(finance);
        financeBrowser.at("/admin");
        financeBrowser.assertAccessible("the events of finance");
        assertThat(financeBrowser.all("a[href='/admin/events/new']")).isEmpty();
        financeBrowser.open("/admin/events/" + show.id() + "/money").see("main table, main .empty, main p");
        financeBrowser.open("/admin/log").assertAccessible("the log");
        financeBrowser.open("/door");
        assertThat(financeBrowser.text("main")).contains("It takes: owner, manager, box office or door");

        Browser doorBrowser = join(door);
        doorBrowser.at("/door");
        doorBrowser.open("/admin/orders");
        assertThat(doorBrowser.text("main")).contains("It takes: owner, manager, box office or finance");

        owner.open("/admin/team");
        String remove =
                "form[action$='/members/" + door.api().get("/api/users/me").string("id") + "/remove']";
        owner.run("document.querySelector(\"" + remove + "\").closest('details').open = true");
        owner.press(remove + " button").see(".note.ok");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            doorBrowser.open("/door");
            assertThat(doorBrowser.text("h1")).doesNotContain("Door");
        });
        // each service keeps a membership for some seconds
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(door.api().get("/api/checkins/events").status())
                                .isEqualTo(403));
    }

    private static void invite(Browser owner, Fan fan, String role) {
        owner.write("#email", fan.email());
        owner.run("document.querySelector('#role-new').value = '" + role + "'");
        owner.press("form[action$='/invitations'] button.go").see(".note.ok");
    }

    private Browser join(Fan fan) {
        String link = Mailbox.link(Mailbox.awaitMail(fan.email(), "/team/invitation"), "/team/invitation");
        Browser browser = browsers.english();
        browser.open(link.substring(link.indexOf("/team/invitation")));
        browser.write("#email", fan.email()).write("#password", fan.password()).press("main form button.go");
        browser.at("/team/invitation/answer").assertAccessible("an invitation");
        return browser.press("main form button.go");
    }
}
