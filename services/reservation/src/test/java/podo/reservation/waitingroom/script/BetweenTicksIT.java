package podo.reservation.waitingroom.script;

import static org.assertj.core.api.Assertions.assertThat;

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
        room.at(SimulatedRoom.ON_SALE_AT + 1_000);
        assertThat(room.tick().word()).isEqualTo("TICKED");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoMissedTheSecondOfferJoinsAnewThoughNoTickHasSeenIt() {
        assertThat(room.join(1).word()).isEqualTo("OFFERED");
        room.pass(SimulatedRoom.OFFER + 1);
        room.tick();
        assertThat(room.look(1).number(2)).as("number after the first").isEqualTo(1);
        room.pass(1_000);
        room.tick();
        assertThat(room.look(1).word()).isEqualTo("OFFERED");
        room.pass(SimulatedRoom.OFFER + 1);

        LineScripts.Reply anew = room.join(1);

        assertThat(anew.word()).isIn("OFFERED", "WAITING");
        assertThat(anew.number(2)).as("number after the second").isEqualTo(2);
        room.pass(1_000);
        room.tick();
        assertThat(room.look(1).number(2)).isEqualTo(2);
    }

    @Test
    void whosePassIsOverJoinsAnewAndTheNextTickTakesNothingBack() {
        room.join(1);
        assertThat(room.enter(1).word()).isEqualTo("ENTERED");
        for (int i = 0; i < 10; i++) {
            room.pass(SimulatedRoom.PASS / 10);
            room.look(1);
        }
        room.pass(1);

        LineScripts.Reply anew = room.join(1);

        assertThat(anew.word()).isIn("OFFERED", "WAITING");
        assertThat(anew.number(2)).isEqualTo(2);
        for (int tick = 0; tick < 3; tick++) {
            room.pass(1_000);
            room.tick();
            assertThat(room.look(1).number(2)).isEqualTo(2);
        }
        assertThat(room.look(1).word()).isEqualTo("OFFERED");
    }

    @Test
    void whosePassIsOverIsNotToldOfAPlaceInTheLine() {
        room.join(1);
        room.enter(1);
        room.pass(SimulatedRoom.PASS + 1);
        assertThat(room.look(1).word()).isEqualTo("NONE");
        assertThat(room.enter(1).word()).isEqualTo("NONE");
        assertThat(room.members("inside")).isEmpty();
    }

    @Test
    void whoFellAsleepInTheLobbyIsSkippedAtOnceAndKeepsTheNumber() {
        try (SimulatedRoom lobby = new SimulatedRoom()) {
            for (long fan = 1; fan <= 3; fan++) {
                lobby.join(fan);
            }
            lobby.at(SimulatedRoom.ON_SALE_AT - SimulatedRoom.SILENCE_IN_LOBBY + 1_000);
            lobby.look(2);
            lobby.look(3);
            lobby.at(SimulatedRoom.ON_SALE_AT + 1);
            assertThat(lobby.tick().word()).isEqualTo("DRAW");
            lobby.draw(List.of(1L, 2L, 3L));
            lobby.draw(List.of(1L, 2L, 3L));

            lobby.pass(1_000);
            assertThat(lobby.tick().number(1)).as("admitted").isEqualTo(1);

            assertThat(lobby.members("offers")).containsExactly("2");
            assertThat(lobby.look(1).text(0) + " " + lobby.look(1).number(2)).isEqualTo("WAITING 1");
            assertThat(lobby.look(3).number(3)).as("ahead of the third").isEqualTo(1);
        }
    }

    @Test
    void aLobbyThatIsClosedTellsSoTakesNobodyAndIsNotDrawn() {
        try (SimulatedRoom lobby = new SimulatedRoom()) {
            assertThat(lobby.join(1).word()).isEqualTo("LOBBY");
            lobby.shut = true;
            lobby.tick();
            assertThat(lobby.look(1).word()).isEqualTo("CLOSED");
            assertThat(lobby.join(2).word()).isEqualTo("CLOSED");
            lobby.at(SimulatedRoom.ON_SALE_AT + 1_000);
            assertThat(lobby.tick().word()).isEqualTo("LOBBY");

            lobby.shut = false;
            lobby.pass(1_000);
            assertThat(lobby.tick().word()).as("opened again").isEqualTo("DRAW");
            assertThat(lobby.look(1).word()).isEqualTo("LOBBY");
        }
    }

    @Test
    void aLineThatIsDrainedTakesNobodyNewAndKeepsWhoStandsInIt() {
        room.join(1);
        room.join(2);
        room.lever = "DRAINING";
        room.pass(1_000);
        assertThat(room.tick().text(5)).as("binding").isEqualTo("DRAINING");
        assertThat(room.join(3).word()).isEqualTo("CLOSED");
        assertThat(room.enter(1).word()).isEqualTo("ENTERED");
        assertThat(room.look(2).word()).isEqualTo("WAITING");
        room.lever = "UNKNOWN";
        room.pass(1_000);
        assertThat(room.tick().text(5)).as("binding").isEqualTo("UNKNOWN");
        assertThat(room.join(3).word()).isEqualTo("WAITING");
    }

    @Test
    void theLineGoesOnWhenRedissClockIsSetBack() {
        room.pass(-500);
        assertThat(room.tick().word())
                .as("set right by a little: one tick per interval")
                .isEqualTo("TAKEN");
        room.pass(-3_600_000);
        assertThat(room.tick().word()).as("another machine's clock").isEqualTo("TICKED");
        assertThat(room.tick().word()).isEqualTo("TAKEN");
        room.pass(1_000);
        assertThat(room.tick().word()).isEqualTo("TICKED");
    }
}
