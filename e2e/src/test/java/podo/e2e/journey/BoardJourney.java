package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** An organiser's board stays open while fans come, hold, buy and are declined; then the line is closed from it. */
@OnRunningStack
class BoardJourney {

    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void theBoardFollowsASaleIsPausedAndAsksBeforeItClosesTheLine() {
        Show show = Show.onSale(2, 6);
        Browser board = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        board.open("/admin/events/" + show.id() + "/room");
        board.until(page -> figure(page, "sold").equals("0 / 12"), "no seat to be sold", SOON);
        board.run("window.untouched = true");
        board.assertAccessible("the board");

        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id());
        String pass = fan.enter(show.id());
        board.until(page -> figure(page, "inside").startsWith("1"), "a fan to be inside", SOON);
        var hold = fan.hold(show.id(), pass, seats.subList(0, 2)).has(201);
        board.until(page -> figure(page, "held").equals("2"), "two seats to be held", SOON);
        board.until(
                page -> rows(page, "inside").stream().anyMatch(row -> row.endsWith(" 1 2 2,000")),
                "the chart's table",
                SOON);
        fan.pay(fan.api()
                .post("/api/reservations", Map.of("holdId", hold.json("holdId").asString()))
                .has(201));
        board.until(page -> figure(page, "sold").equals("2 / 12"), "two seats to be sold", SOON);
        board.until(page -> figure(page, "money").equals("₩154,000"), "the money", SOON);
        board.until(
                page -> rows(page, "money").stream().anyMatch(row -> row.contains("₩154,000 ₩0")),
                "the money's table",
                SOON);
        assertThat(board.run("return window.untouched")).as("no reload").isEqualTo(true);
        assertThat(rows(board, "waiting"))
                .as("samples and the state of the moment")
                .hasSizeGreaterThan(1);

        board.press("#pause")
                .until(page -> page.text("#pause-words").startsWith("Frozen since"), "the pause to be told");
        Fan second = Fan.fresh();
        second.buy(show.id(), seats.subList(4, 5));
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(10))
                .until(() -> figure(board, "sold").equals("2 / 12"));
        board.press("#pause").until(page -> figure(page, "sold").equals("3 / 12"), "the board to go on", SOON);

        board.press("label.pill:has(input[value=CLOSED])")
                .press("main form .btn.go[type=submit]")
                .see("#closing");
        board.assertAccessible("the question before closing");
        assertThat(mode(show)).isEqualTo("OPEN");
        board.press("#closing button").see(".note.ok");
        assertThat(mode(show)).isEqualTo("CLOSED");
        board.until(page -> page.text("#limit").contains("Closed"), "the closed line to be told", SOON);
    }

    private static String mode(Show show) {
        return Fan.organiser()
                .get("/api/events/" + show.id() + "/room")
                .has(200)
                .json("levers")
                .path("mode")
                .asString();
    }

    private static String figure(Browser page, String name) {
        return String.valueOf(page.run("return document.querySelector('[data-figure=" + name + "]')?.innerText ?? ''"))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The rows of a chart's table, also while it is folded. */
    @SuppressWarnings("unchecked")
    private static List<String> rows(Browser page, String table) {
        return (List<String>) page.run("return [...document.querySelectorAll('#table-" + table
                + " tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join(' '))");
    }
}
