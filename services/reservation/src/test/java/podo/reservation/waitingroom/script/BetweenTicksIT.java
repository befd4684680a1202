package podo.reservation.waitingroom.script;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.CLOSED;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.ENTERED;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.LOBBY;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.NONE;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.OFFERED;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.WAITING;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fans are told when something has ended and no tick has seen it yet. */
class BetweenTicksIT {

    private SimulatedRoom room;

    @BeforeEach
    void openForOne() {
        room = new SimulatedRoom();
        room.setTime(SimulatedRoom.ON_SALE_AT + 1_000);
        assertThat(room.tick().outcome()).isEqualTo(TickResult.Outcome.TICKED);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoMissedTheSecondOfferJoinsAnewThoughNoTickHasSeenIt() {
        assertThat(room.join(1).outcome()).isEqualTo(OFFERED);
        room.advance(SimulatedRoom.OFFER + 1);
        room.tick();
        assertThat(room.status(1).number()).as("number after the first").isEqualTo(1);
        room.advance(1_000);
        room.tick();
        assertThat(room.status(1).outcome()).isEqualTo(OFFERED);
        room.advance(SimulatedRoom.OFFER + 1);

        FanStanding anew = room.join(1);

        assertThat(anew.outcome()).isIn(OFFERED, WAITING);
        assertThat(anew.number()).as("number after the second").isEqualTo(2);
        room.advance(1_000);
        room.tick();
        assertThat(room.status(1).number()).isEqualTo(2);
    }

    @Test
    void whosePassIsOverJoinsAnewAndTheNextTickTakesNothingBack() {
        room.join(1);
        assertThat(room.enter(1).outcome()).isEqualTo(ENTERED);
        for (int i = 0; i < 10; i++) {
            room.advance(SimulatedRoom.PASS / 10);
            room.status(1);
        }
        room.advance(1);

        FanStanding anew = room.join(1);

        assertThat(anew.outcome()).isIn(OFFERED, WAITING);
        assertThat(anew.number()).isEqualTo(2);
        for (int tick = 0; tick < 3; tick++) {
            room.advance(1_000);
            room.tick();
            assertThat(room.status(1).number()).isEqualTo(2);
        }
        assertThat(room.status(1).outcome()).isEqualTo(OFFERED);
    }

    @Test
    void whosePassIsOverIsNotToldOfAPlaceInTheLine() {
        room.join(1);
        room.enter(1);
        room.advance(SimulatedRoom.PASS + 1);
        assertThat(room.status(1).outcome()).isEqualTo(NONE);
        assertThat(room.enter(1).outcome()).isEqualTo(NONE);
        assertThat(room.members("inside")).isEmpty();
    }

    @Test
    void whoFellAsleepInTheLobbyIsSkippedAtOnceAndKeepsTheNumber() {
        try (SimulatedRoom lobby = new SimulatedRoom()) {
            for (long fan = 1; fan <= 3; fan++) {
                lobby.join(fan);
            }
            lobby.setTime(SimulatedRoom.ON_SALE_AT - SimulatedRoom.SILENCE_IN_LOBBY + 1_000);
            lobby.status(2);
            lobby.status(3);
            lobby.setTime(SimulatedRoom.ON_SALE_AT + 1);
            assertThat(lobby.tick().outcome()).isEqualTo(TickResult.Outcome.DRAW);
            lobby.draw(List.of(1L, 2L, 3L));
            lobby.draw(List.of(1L, 2L, 3L));

            lobby.advance(1_000);
            assertThat(lobby.tick().moved().admitted()).as("admitted").isEqualTo(1);

            assertThat(lobby.members("offers")).containsExactly("2");
            assertThat(lobby.status(1).outcome() + " " + lobby.status(1).number())
                    .isEqualTo("WAITING 1");
            assertThat(lobby.status(3).ahead()).as("ahead of the third").isEqualTo(1);
        }
    }

    @Test
    void aLobbyThatIsClosedTellsSoTakesNobodyAndIsNotDrawn() {
        try (SimulatedRoom lobby = new SimulatedRoom()) {
            assertThat(lobby.join(1).outcome()).isEqualTo(LOBBY);
            lobby.closedByHand = true;
            lobby.tick();
            assertThat(lobby.status(1).outcome()).isEqualTo(CLOSED);
            assertThat(lobby.join(2).outcome()).isEqualTo(CLOSED);
            lobby.setTime(SimulatedRoom.ON_SALE_AT + 1_000);
            assertThat(lobby.tick().outcome()).isEqualTo(TickResult.Outcome.LOBBY);

            lobby.closedByHand = false;
            lobby.advance(1_000);
            assertThat(lobby.tick().outcome()).as("opened again").isEqualTo(TickResult.Outcome.DRAW);
            assertThat(lobby.status(1).outcome()).isEqualTo(LOBBY);
        }
    }

    @Test
    void aLineThatIsDrainedTakesNobodyNewAndKeepsWhoStandsInIt() {
        room.join(1);
        room.join(2);
        room.lever = "DRAINING";
        room.advance(1_000);
        assertThat(room.tick().moved().binding()).as("binding").isEqualTo("DRAINING");
        assertThat(room.join(3).outcome()).isEqualTo(CLOSED);
        assertThat(room.enter(1).outcome()).isEqualTo(ENTERED);
        assertThat(room.status(2).outcome()).isEqualTo(WAITING);
        room.lever = "UNKNOWN";
        room.advance(3_000);
        assertThat(room.tick().moved().binding()).as("binding").isEqualTo("UNKNOWN");
        assertThat(room.join(3).outcome()).isEqualTo(WAITING);
    }

    @Test
    void anInstanceThatDoesNotKnowTheSeatsLeavesTheTickToOneThatDoes() {
        for (long fan = 1; fan <= 50; fan++) {
            room.join(fan);
        }
        room.lever = "UNKNOWN";
        room.advance(1_000);
        assertThat(room.tick().outcome()).isEqualTo(TickResult.Outcome.TAKEN);
        room.lever = "OPEN";
        assertThat(room.tick().outcome()).isEqualTo(TickResult.Outcome.TICKED);
        room.lever = "UNKNOWN";
        room.advance(2_000);
        assertThat(room.tick().outcome()).isEqualTo(TickResult.Outcome.TAKEN);
        room.advance(1_000);
        TickResult nobodyKnows = room.tick();
        assertThat(nobodyKnows.outcome()).isEqualTo(TickResult.Outcome.TICKED);
        assertThat(nobodyKnows.moved().binding()).isEqualTo("UNKNOWN");
        assertThat(nobodyKnows.moved().admitted()).isZero();
    }

    @Test
    void theLineGoesOnWhenRedissClockIsSetBack() {
        room.advance(-500);
        assertThat(room.tick().outcome())
                .as("set right by a little: one tick per interval")
                .isEqualTo(TickResult.Outcome.TAKEN);
        room.advance(-3_600_000);
        assertThat(room.tick().outcome()).as("another machine's clock").isEqualTo(TickResult.Outcome.TICKED);
        assertThat(room.tick().outcome()).isEqualTo(TickResult.Outcome.TAKEN);
        room.advance(1_000);
        assertThat(room.tick().outcome()).isEqualTo(TickResult.Outcome.TICKED);
    }
}
