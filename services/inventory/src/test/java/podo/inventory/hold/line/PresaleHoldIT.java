package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.inventory.Api.newFan;
import static podo.inventory.Api.seats;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.Show;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.hold.line.PresaleClient.Presale;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;

/** Before the general sale only what a presale opens is held, and only while it is open. */
@InventoryIT
class PresaleHoldIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final long fan = newFan();
    private final long presale = newFan();
    private final Instant opening = Instant.now().plusSeconds(3_600);

    @Autowired
    private Api api;

    @Autowired
    private EntryPasses passes;

    @Autowired
    private TestHalls halls;

    @Autowired
    private RecordingWaitingRoom rooms;

    private long event;

    @BeforeEach
    void openHallBeforeItsSale() {
        Instant starts = opening.plus(Duration.ofDays(30));
        event = halls.open(
                4,
                10,
                new Show(
                        "A show",
                        "A hall",
                        TestHalls.ORGANISER,
                        1,
                        starts,
                        opening.minusSeconds(1_800),
                        opening,
                        starts,
                        4,
                        50,
                        1_000,
                        2,
                        Show.SingleSeatPolicy.OFF,
                        List.of(),
                        1),
                "");
        rooms.presale(presale(true, opening));
    }

    @Test
    void aPassOfAPresaleHoldsWhatItsCodeOpensAndNothingElse() {
        Answer closed = hold(fan, pass(presale), seat(40), seat(1));
        assertThat(closed.type()).isEqualTo("urn:problem:seats-not-open");
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.body().path("seats").path(0).asLong()).isEqualTo(seat(40));
        assertThat(closed.body().path("seats").size()).isEqualTo(1);
        assertThat(Instant.parse(closed.body().path("opensAt").asString()))
                .isCloseTo(opening, org.assertj.core.api.Assertions.within(Duration.ofSeconds(1)));

        assertThat(hold(fan, pass(presale), seat(1)).status()).isEqualTo(201);
        assertThat(hold(fan, passes.mint(new EntryPass("general", event, fan, inAWhile())), seat(2))
                        .type())
                .as("a pass of the general line")
                .isEqualTo("urn:problem:not-on-sale");
        assertThat(hold(fan, pass(presale + 1_000_000), seat(2)).type())
                .as("an unknown presale")
                .isEqualTo("urn:problem:no-pass");
    }

    @Test
    void aPresaleThatIsSwitchedOffOrOverHoldsAndExtendsNothingMore() {
        Answer held = hold(fan, pass(presale), seat(1));
        String extend = "/api/holds/" + held.body().path("holdId").asString() + "/extend";
        assertThat(post(extend).status()).isEqualTo(200);
        rooms.presale(presale(false, opening));
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(hold(fan, pass(presale), seat(2)).type()).isEqualTo("urn:problem:no-pass"));
        assertThat(post(extend).type()).isEqualTo("urn:problem:presale-over");
        assertThat(api.send(api.as(fan, extend.replace("/extend", "")))
                        .body()
                        .path("status")
                        .asString())
                .as("the hold stays")
                .isEqualTo("HELD");
        rooms.presale(presale(true, Instant.now()));
        await().pollDelay(Duration.ofMillis(1_100))
                .pollInterval(Duration.ofSeconds(1))
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(hold(fan, pass(presale), seat(2)).status()).isEqualTo(403));
        rooms.presale(presale(true, opening));
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(hold(fan, pass(presale), seat(2)).status()).isEqualTo(201));
    }

    private Presale presale(boolean active, Instant until) {
        return new Presale(presale, event, List.of("VIP"), Instant.now().minusSeconds(60), until, active);
    }

    private String pass(long of) {
        String id = EntryPass.idOfPresale(of, UUID.randomUUID().toString());
        return passes.mint(new EntryPass(id, event, fan, inAWhile()));
    }

    private static Instant inAWhile() {
        return Instant.now().plusSeconds(900);
    }

    private long seat(int seq) {
        return SeatIds.of(event, seq);
    }

    private Answer hold(long who, String pass, Object... seatIds) {
        return api.send(api.as(who, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", pass)
                .POST(seats(seatIds)));
    }

    private Answer post(String path) {
        return api.send(api.as(fan, path).POST(HttpRequest.BodyPublishers.noBody()));
    }
}
