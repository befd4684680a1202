package podo.reservation.waitingroom.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.starter.redis.RedisChannelSubscriber;

/** A pass is worth as much as the slot behind it: the cap is a cap, and silence costs the slot and never the number. */
class SlotsIT {

    private SimulatedRoom room;

    @BeforeEach
    void openForOne() {
        room = new SimulatedRoom();
        room.at(SimulatedRoom.ON_SALE_AT + 1_000);
        room.tick();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSilentFanIsRefusedWhileTheRoomIsFullAndStandsAtTheHeadOfTheLine() {
        Entered first = enter(1);
        room.join(2);
        room.join(3);
        fallSilent();
        Entered second = enter(2);

        assertThat(first.sign()).containsExactly(first.pass());

        assertThat(second.sign()).isEmpty();
        LineScripts.Reply place = room.look(1);
        assertThat(place.word()).isEqualTo("WAITING");
        assertThat(place.number(2)).as("number").isEqualTo(1);
        assertThat(place.number(3)).as("ahead").isZero();
        room.leave(2);
        room.pass(1_000);
        room.tick();
        assertThat(room.look(1).word()).isEqualTo("ENTERED");
        assertThat(room.look(1).text(7)).as("the same pass").isEqualTo(first.pass());
        assertThat(first.sign()).isEmpty();
        assertThat(room.look(3).word()).isEqualTo("WAITING");
    }

    @Test
    void aSilentFanGetsBackInWhileASlotIsFree() {
        Entered first = enter(1);
        fallSilent();
        assertThat(room.members("inside")).isEmpty();

        assertThat(first.sign()).isEmpty();

        assertThat(room.members("inside")).containsExactly("1");
        LineScripts.Reply place = room.look(1);
        assertThat(place.word() + " " + place.text(7) + " " + place.number(2))
                .isEqualTo("ENTERED " + first.pass() + " 1");
        assertThat(place.number(8)).as("the pass ends when it would have ended").isEqualTo(first.until());
    }

    @Test
    void whoIsSilentUntilThePassIsOverKeepsTheNumberAndGetsAFreshPass() {
        Entered first = enter(1);
        room.join(2);
        fallSilent();
        room.enter(2);
        room.pass(SimulatedRoom.PASS);
        room.tick();
        assertThat(room.look(1).number(2)).as("number").isEqualTo(1);
        room.pass(1_000);
        room.tick();
        LineScripts.Reply again = room.enter(1);
        assertThat(again.word()).isEqualTo("ENTERED");
        assertThat(again.text(7)).isNotEqualTo(first.pass());
        assertThat(first.sign()).as("the old pass").containsExactly(first.pass());
    }

    @Test
    void whoHoldsOrPaysIsNotSilent() {
        Entered first = enter(1);
        room.sign(1, first.pass(), first.until(), room.now() + 40_000);
        room.join(2);
        for (int second = 0; second < 39; second++) {
            room.pass(1_000);
            room.tick();
        }
        assertThat(room.members("inside")).containsExactly("1");
        fallSilent();
        assertThat(room.members("inside")).isEmpty();
    }

    @Test
    void aPassThatWasGivenBackOrBoughtWithIsUsedUp() {
        Entered left = enter(1);
        room.leave(1);
        assertThat(left.sign()).containsExactly(left.pass());
        Entered bought = enter(2);
        room.done(2, bought.pass());
        assertThat(bought.sign()).containsExactly(bought.pass());
        assertThat(room.members("inside")).isEmpty();
        room.pass(SimulatedRoom.PASS);
        enter(3);
        room.leave(3);
        assertThat(room.members("ended")).as("what is over is forgotten").hasSize(1);
    }

    @Test
    void whoEnteredAnewHasOnePassThatCounts() {
        Entered before = enter(1);
        room.leave(1);
        room.pass(1_000);
        room.tick();
        Entered now = enter(1);
        assertThat(before.sign()).containsExactly(before.pass());
        assertThat(now.sign()).isEmpty();
    }

    @Test
    void everybodyWhoChecksPassesHearsWhoLostASlotAndWhoHasItBack() {
        List<String> heard = new CopyOnWriteArrayList<>();
        RedisChannelSubscriber ear = new RedisChannelSubscriber(room.redis.getRequiredConnectionFactory(), room.redis);
        ear.hear("podo:rooms:slots", (message, pattern) -> heard.add(new String(message.getBody())));
        try {
            Entered first = enter(1);
            fallSilent();
            first.sign();
            room.leave(1);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(heard)
                            .containsExactly(
                                    "gone " + first.pass() + " " + first.until(),
                                    "back " + first.pass() + " " + first.until(),
                                    "gone " + first.pass() + " " + first.until()));
        } finally {
            ear.stop();
        }
    }

    @Test
    void whoWasInsideWhenTheRoomLostItsDataCountsAgain() {
        room.cap = 100;
        room.pass(1_000);
        room.tick();
        List<Entered> fans =
                LongStream.rangeClosed(1, 100).mapToObj(this::enter).toList();
        room.redis.delete(List.of(room.steps.key(room.event, "meta"), room.steps.key(room.event, "fans")));
        LineScripts.KEYS.forEach(key -> room.redis.delete(room.steps.key(room.event, key)));
        assertThat(room.sign(1, "p", room.now() + 1, 0)).as("no room yet").isEmpty();
        room.layOut();

        assertThat(fans.subList(0, 60).stream().flatMap(fan -> fan.sign().stream()))
                .as("no slot")
                .isEmpty();
        LongStream.rangeClosed(101, 200).forEach(room::join);
        room.pass(1_000);
        assertThat(room.tick().number(1)).as("admitted beside them").isEqualTo(40);
        assertThat(fans.subList(60, 100).stream().flatMap(fan -> fan.sign().stream()))
                .as("no slot")
                .hasSize(40);

        assertThat(room.members("inside")).hasSize(60);
        assertThat(room.members("offers")).hasSize(40);
    }

    @Test
    void fiftyFansWhoEnterLeaveAndGoOnTryingAreNeverMoreInsideThanTheCap() throws Exception {
        room.cap = 5;
        room.pass(1_000);
        room.tick();
        int slotted = 0;
        try (ExecutorService crowd = Executors.newFixedThreadPool(25)) {
            for (int round = 0; round < 12; round++) {
                List<Future<Integer>> calls = new ArrayList<>();
                for (long fan = 1; fan <= 50; fan++) {
                    long each = fan;
                    calls.add(crowd.submit((Callable<Integer>) () -> tryAll(each)));
                }
                for (Future<Integer> call : calls) {
                    slotted += call.get();
                }
                room.pass(round % 4 == 3 ? SimulatedRoom.SILENCE_INSIDE + 1 : 1_000);
                room.tick();
                assertThat(taken()).isLessThanOrEqualTo(room.cap);
            }
        }
        assertThat(slotted).as("holds that were let through").isGreaterThan(20);
    }

    /** One fan's moves, with every pass that the fan ever had; answers how many of them were good. */
    private int tryAll(long fan) {
        room.join(fan);
        LineScripts.Reply entered = room.enter(fan);
        int good = 0;
        if (entered.word().equals("ENTERED")) {
            String pass = entered.text(7);
            if (fan % 2 == 0) {
                room.leave(fan);
                assertThat(room.sign(fan, pass, entered.number(8), 0))
                        .as("after leaving")
                        .containsExactly(pass);
            }
            good += room.sign(fan, pass, entered.number(8), 0).isEmpty() ? 1 : 0;
        }
        assertThat(taken()).isLessThanOrEqualTo(room.cap);
        return good;
    }

    private long taken() {
        return room.steps.run("pulse", room.event).number(3);
    }

    /** Everybody inside is silent for long enough, and a tick sees it. */
    private void fallSilent() {
        room.pass(SimulatedRoom.SILENCE_INSIDE + 1);
        room.tick();
    }

    private Entered enter(long fan) {
        room.join(fan);
        LineScripts.Reply reply = room.enter(fan);
        assertThat(reply.word()).isEqualTo("ENTERED");
        return new Entered(fan, reply.text(7), reply.number(8));
    }

    private class Entered {

        private final long fan;
        private final String pass;
        private final long until;

        Entered(long fan, String pass, long until) {
            this.fan = fan;
            this.pass = pass;
            this.until = until;
        }

        String pass() {
            return pass;
        }

        long until() {
            return until;
        }

        List<String> sign() {
            return room.sign(fan, pass, until, 0);
        }
    }
}
