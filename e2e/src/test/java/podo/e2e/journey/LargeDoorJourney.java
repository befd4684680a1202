package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.e2e.load.TicketSales;

/** A list of 5,000 tickets on two gates without network, with the processor throttled four times: prints what it measures. */
@OnRunningStack
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class LargeDoorJourney {

    private static final int TICKETS = Integer.getInteger("podo.door.tickets", 5_000);
    private static final int SCANS = 200;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Cable cableA = new Cable();
    private final Cable cableB = new Cable();

    @AfterEach
    void closeCables() {
        cableA.close();
        cableB.close();
    }

    @Test
    void gatesWithoutNetworkAnswerAtOnceAndLoseNothing() throws Exception {
        Show show = Show.tonight(TICKETS / 50, 50);
        List<TicketSales.Sold> sold = TicketSales.sell(show, TICKETS).all();
        Browser a = gate(show, cableA, "Gate A");
        Browser b = gate(show, cableB, "Gate B");
        for (Browser gate : List.of(a, b)) {
            gate.until(page -> page.text("#loaded").contains("%,d tickets".formatted(TICKETS)), "the whole list");
        }
        cableA.cut();
        cableB.cut();
        List<Browser> gates =
                List.of(a.online(false).slowedDown(4), b.online(false).slowedDown(4));

        long began = System.nanoTime();
        double[] millis = new double[SCANS];
        for (int i = 0; i < SCANS; i++) {
            TicketSales.Sold ticket = sold.get(i * 7 % TICKETS);
            // every second one by its short code, as typed by hand
            millis[i] = scan(gates.get(i % 2), i % 4 < 2 ? ticket.code() : ticket.shortCode());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(millis);
        System.out.printf(
                "%,d tickets on a phone, without network, 4 times throttled: %d scans, p50 %.0f ms, p95 %.0f ms, most %.0f ms; %.1f a second with the test's own steps%n",
                TICKETS, SCANS, millis[SCANS / 2], millis[SCANS * 95 / 100], millis[SCANS - 1], SCANS / seconds);
        assertThat(a.text("#unsent")).isEqualTo(SCANS / 2 + " to send");

        gates.forEach(gate -> gate.slowedDown(1));
        cableA.mend();
        cableB.mend();
        for (Browser gate : gates) {
            gate.online(true)
                    .until(page -> page.all("#unsent").getFirst().getText().isEmpty(), "everything to be sent");
        }
        assertThat(Fan.doorStaff()
                        .get("/api/checkins/events/" + show.id() + "/summary")
                        .has(200)
                        .json("admitted")
                        .asInt())
                .isEqualTo(SCANS);
    }

    private Browser gate(Show show, Cable cable, String name) {
        Browser phone = browsers.behind(cable).logIn("door@podo.dev", RunningStack.DEMO_PASSWORD);
        phone.open("/door/" + show.id()).see("#door[data-kept=true]");
        return phone.write("#gate", name);
    }

    /** The milliseconds that the page shows from the code to the answer. */
    private static double scan(Browser gate, String code) {
        Object before = gate.run("return Number(document.getElementById('answer').dataset.count || 0)");
        gate.run("document.getElementById('code').value = '" + code
                + "'; document.getElementById('typed').requestSubmit()");
        gate.until(
                page -> !before.equals(page.run("return Number(document.getElementById('answer').dataset.count || 0)")),
                "an answer");
        assertThat(gate.run("return document.getElementById('answer').dataset.result"))
                .isEqualTo("VALID");
        return Double.parseDouble(Objects.toString(gate.run("return document.getElementById('answer').dataset.ms")));
    }
}
