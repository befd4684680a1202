package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** A ticket from the fan's screen to the gates of its event, two phones with cameras, which lose their network. */
@OnRunningStack
class DoorJourney {

    private static final String ENLARGE = "document.querySelector('.ticket .r svg').style"
            + " = 'position: fixed; top: 120px; left: 0; width: 480px; height: 480px; max-width: none; z-index: 9; background: #fff'";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @TempDir
    Path folder;

    private final Fan fan = Fan.fresh();
    private final Cable cableA = new Cable();
    private final Cable cableB = new Cable();
    private Show show;
    private Path film;

    @BeforeEach
    void buyATicketAndFilmIt() throws Exception {
        show = Show.tonight(1, 4);
        fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1));
        Browser owner = browsers.english().logIn(fan);
        owner.open("/tickets").reloadUntil(page -> page.shows(".ticket .r svg"), "the ticket");
        owner.run(ENLARGE);
        film = CameraFilm.of(owner.pictureOf(".ticket .r svg"), folder.resolve("ticket.y4m"));
    }

    @AfterEach
    void closeCables() {
        cableA.close();
        cableB.close();
    }

    @Test
    void aTicketIsReadFromTheScreenAndLetsInOnce() {
        Browser gate = phone(cableA, "Gate A");

        gate.press("#camera");
        awaitAnswer(gate, "VALID");
        assertThat(gate.text("#answer")).contains("Let in", "A · 1 · 1");
        gate.assertAccessible("a gate that let somebody in");
        gate.until(page -> page.text("#counts").equals("1 of 1 in"), "the count");

        gate.press("#camera");
        gate.press("#undo");
        awaitAnswer(gate, "UNDONE");
        type(gate, ownShortCode());
        awaitAnswer(gate, "VALID");
        type(gate, ownShortCode());
        awaitAnswer(gate, "ALREADY_USED");
        assertThat(gate.text("#answer")).contains("Gate A");
        type(gate, "hello");
        awaitAnswer(gate, "FORGED");
    }

    @Test
    void whoeverHasNoCodeIsFoundByNameAndLetInByHand() {
        Browser gate = phone(cableA, "Gate A");
        cableA.cut();
        gate.online(false);

        gate.write("#search", "minj");
        gate.until(page -> page.text("#found button").contains("Minji"), "the ticket");
        gate.assertAccessible("a gate that has found a ticket");
        gate.press("#found button");
        awaitAnswer(gate, "VALID");
        gate.until(page -> page.text("#found button").contains("Already used"), "its state");

        cableA.mend();
        gate.online(true);
        gate.until(page -> page.text("#counts").equals("1 of 1 in"), "the count");

        type(gate, "hello");
        awaitAnswer(gate, "FORGED");
        gate.press("#found button");
        awaitAnswer(gate, "ALREADY_USED");
        gate.press("#undo");
        awaitAnswer(gate, "UNDONE");
        gate.until(page -> page.text("#counts").equals("0 of 1 in"), "the count without the mistake");
    }

    @Test
    void twoGatesWithoutNetworkLetTheSameTicketInAndAreToldWhenTheyMeet() {
        Browser a = phone(cableA, "Gate A");
        Browser b = phone(cableB, "Gate B");
        cableA.cut();
        cableB.cut();
        a.online(false);
        b.online(false);

        // the pages open without network too
        a.online(true);
        a.reload();
        a.see("#camera");
        a.write("#gate", "Gate A");
        a.until(page -> page.text("#loaded").startsWith("1 ticket"), "the list from the phone");

        a.press("#camera");
        awaitAnswer(a, "VALID");
        b.press("#camera");
        awaitAnswer(b, "VALID");
        assertThat(a.text("#answer")).contains("without network");
        assertThat(a.text("#unsent")).isEqualTo("1 to send");
        type(a, ownShortCode());
        awaitAnswer(a, "ALREADY_USED");
        System.out.printf(
                "Scan by camera without network: %s ms and %s ms from the picture to the answer%n",
                a.run("return document.getElementById('answer').dataset.ms"),
                b.run("return document.getElementById('answer').dataset.ms"));

        cableA.mend();
        a.until(page -> page.all("#unsent").getFirst().getText().isEmpty(), "A to have sent");
        cableB.mend();
        b.online(true);
        for (Browser gate : new Browser[] {a, b}) {
            gate.until(page -> page.shows("#conflicts li"), "the conflict");
            assertThat(gate.text("#conflicts")).contains("Gate A", "Gate B", "A · 1 · 1");
        }
        b.until(page -> page.all("#unsent").getFirst().getText().isEmpty(), "B to have sent");
        assertThat(Fan.doorStaff()
                        .get("/api/checkins/events/" + show.id() + "/summary")
                        .has(200)
                        .json("conflicts"))
                .hasSize(1);
    }

    private Browser phone(Cable cable, String name) {
        Browser phone = browsers.phone(film, cable).logIn("door@podo.dev", RunningStack.DEMO_PASSWORD);
        phone.open("/door").press("main a[href='/door/" + show.id() + "']");
        phone.see("#door[data-kept=true]");
        return phone.write("#gate", name);
    }

    private String ownShortCode() {
        return fan.api()
                .get("/api/tickets")
                .has(200)
                .json()
                .get(0)
                .path("shortCode")
                .asString();
    }

    private static void type(Browser gate, String code) {
        gate.write("#code", code).press("#typed button[type=submit]");
    }

    private static void awaitAnswer(Browser gate, String result) {
        gate.see("#answer[data-result=" + result + "]");
    }
}
