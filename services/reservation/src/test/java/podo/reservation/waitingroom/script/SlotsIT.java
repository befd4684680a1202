package podo.reservation.waitingroom.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.ENTERED;
import static podo.reservation.waitingroom.script.FanStanding.Outcome.WAITING;

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
import podo.contracts.RedisChannels;
import podo.starter.redis.RedisChannelSubscriber;

/** A pass is worth as much as the slot behind it: the cap is a cap, and silence costs the slot and never the number. */
class SlotsIT {

    private SimulatedRoom room;

    @BeforeEach
    void openForOne() {
        room = new SimulatedRoom();
        room.setTime(SimulatedRoom.ON_SALE_AT + 1_000);
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

        assertThat(first.heartbeat()).containsExactly(first.pass());

        assertThat(second.heartbeat()).isEmpty();
        FanStanding place = room.status(1);
        assertThat(place.outcome()).isEqualTo(WAITING);
        assertThat(place.number()).as("number").isEqualTo(1);
        assertThat(place.ahead()).as("ahead").isZero();
        room.leave(2);
        room.advance(1_000);
        room.tick();
        assertThat(room.status(1).outcome()).isEqualTo(ENTERED);
        assertThat(room.status(1).passId()).as("the same pass").isEqualTo(first.pass());
        assertThat(first.heartbeat()).isEmpty();
        assertThat(room.status(3).outcome()).isEqualTo(WAITING);
    }

    @Test
    void aSilentFanGetsBackInWhileASlotIsFree() {
        Entered first = enter(1);
        fallSilent();
        assertThat(room.members("inside")).isEmpty();

        assertThat(first.heartbeat()).isEmpty();

        assertThat(room.members("inside")).containsExactly("1");
        FanStanding place = room.status(1);
        assertThat(place.outcome() + " " + place.passId() + " " + place.number())
                .isEqualTo("ENTERED " + first.pass() + " 1");
        assertThat(place.passUntil())
                .as("the pass ends when it would have ended")
                .isEqualTo(first.until());
    }

    @Test
    void whoIsSilentUntilThePassIsOverKeepsTheNumberAndGetsAFreshPass() {
        Entered first = enter(1);
        room.join(2);
        fallSilent();
        room.enter(2);
        room.advance(SimulatedRoom.PASS);
        room.tick();
        assertThat(room.status(1).number()).as("number").isEqualTo(1);
        room.advance(1_000);
        room.tick();
        FanStanding again = room.enter(1);
        assertThat(again.outcome()).isEqualTo(ENTERED);
        assertThat(again.passId()).isNotEqualTo(first.pass());
        assertThat(first.heartbeat()).as("the old pass").containsExactly(first.pass());
    }

    @Test
    void whoHoldsOrPaysIsNotSilent() {
        Entered first = enter(1);
        room.heartbeat(1, first.pass(), first.until(), room.now() + 40_000);
        room.join(2);
        for (int second = 0; second < 39; second++) {
            room.advance(1_000);
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
        assertThat(left.heartbeat()).containsExactly(left.pass());
        Entered bought = enter(2);
        room.endPass(2, bought.pass());
        assertThat(bought.heartbeat()).containsExactly(bought.pass());
        assertThat(room.members("inside")).isEmpty();
        room.advance(SimulatedRoom.PASS);
        enter(3);
        room.leave(3);
        assertThat(room.members("ended")).as("what is over is forgotten").hasSize(1);
    }

    @Test
    void whoEnteredAnewHasOnePassThatCounts() {
        Entered before = enter(1);
        room.leave(1);
        room.advance(1_000);
        room.tick();
        Entered now = enter(1);
        assertThat(before.heartbeat()).containsExactly(before.pass());
        assertThat(now.heartbeat()).isEmpty();
    }

    @Test
    void everybodyWhoChecksPassesHearsWhoLostASlotAndWhoHasItBack() {
        List<String> received = new CopyOnWriteArrayList<>();
        RedisChannelSubscriber subscriber =
                new RedisChannelSubscriber(room.redis.getRequiredConnectionFactory(), room.redis);
        subscriber.subscribe(
                RedisChannels.ROOM_SLOTS, (message, pattern) -> received.add(new String(message.getBody())));
        try {
            Entered first = enter(1);
            fallSilent();
            first.heartbeat();
            room.leave(1);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(received)
                            .containsExactly(
                                    "gone " + first.pass() + " " + first.until(),
                                    "back " + first.pass() + " " + first.until(),
                                    "gone " + first.pass() + " " + first.until()));
        } finally {
            subscriber.stop();
        }
    }

    @Test
    void whoWasInsideWhenTheRoomLostItsDataCountsAgain() {
        room.cap = 100;
        room.advance(1_000);
        room.tick();
        List<Entered> fans =
                LongStream.rangeClosed(1, 100).mapToObj(this::enter).toList();
        room.redis.delete(List.of(room.line.key(room.event, "meta"), room.line.key(room.event, "fans")));
        LineScripts.KEYS.forEach(key -> room.redis.delete(room.line.key(room.event, key)));
        assertThat(room.heartbeat(1, "p", room.now() + 1, 0)).as("no room yet").isEmpty();
        room.layout();

        assertThat(fans.subList(0, 60).stream().flatMap(fan -> fan.heartbeat().stream()))
                .as("no slot")
                .isEmpty();
        LongStream.rangeClosed(101, 200).forEach(room::join);
        room.advance(1_000);
        assertThat(room.tick().moved().admitted()).as("admitted beside them").isEqualTo(40);
        assertThat(fans.subList(60, 100).stream().flatMap(fan -> fan.heartbeat().stream()))
                .as("no slot")
                .hasSize(40);

        assertThat(room.members("inside")).hasSize(60);
        assertThat(room.members("offers")).hasSize(40);
    }

    @Test
    void fiftyFansWhoEnterLeaveAndGoOnTryingAreNeverMoreInsideThanTheCap() throws Exception {
        room.cap = 5;
        room.advance(1_000);
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
                room.advance(round % 4 == 3 ? SimulatedRoom.SILENCE_INSIDE + 1 : 1_000);
                room.tick();
                assertThat(taken()).isLessThanOrEqualTo(room.cap);
            }
        }
        assertThat(slotted).as("holds that were let through").isGreaterThan(20);
    }

    /** One fan's moves, with every pass that the fan ever had; answers how many of them were good. */
    private int tryAll(long fan) {
        room.join(fan);
        FanStanding entered = room.enter(fan);
        int good = 0;
        if (entered.is(ENTERED)) {
            String pass = entered.passId();
            if (fan % 2 == 0) {
                room.leave(fan);
                assertThat(room.heartbeat(fan, pass, entered.passUntil(), 0))
                        .as("after leaving")
                        .containsExactly(pass);
            }
            good += room.heartbeat(fan, pass, entered.passUntil(), 0).isEmpty() ? 1 : 0;
        }
        assertThat(taken()).isLessThanOrEqualTo(room.cap);
        return good;
    }

    private long taken() {
        return room.taken();
    }

    /** Everybody inside is silent for long enough, and a tick sees it. */
    private void fallSilent() {
        room.advance(SimulatedRoom.SILENCE_INSIDE + 1);
        room.tick();
    }

    private Entered enter(long fan) {
        room.join(fan);
        FanStanding reply = room.enter(fan);
        assertThat(reply.outcome()).isEqualTo(ENTERED);
        return new Entered(fan, reply.passId(), reply.passUntil());
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

        List<String> heartbeat() {
            return room.heartbeat(fan, pass, until, 0);
        }
    }
}
