package podo.reservation.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.longThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.contracts.RedisChannels;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AppendOnlyFile;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.LineSnapshot;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.starter.redis.RedisChannelSubscriber;

/** A room rests while nobody stands in it; here so long that only being stirred explains what happens within the time given. */
@SpringBootTest(
        properties = {
            "podo.room.tick=100ms",
            "podo.room.quiet-tick=1h",
            "podo.room.offer=2s",
            "podo.room.silence-inside=3s"
        })
@OnRealServers
class IdleRoomsIT {

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    IdleRooms idleRooms;

    @Autowired
    RedisChannelSubscriber subscriber;

    @Autowired
    LineScripts scripts;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    StringRedisTemplate redis;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000) * 1_000;

    @BeforeEach
    void seats() {
        AvailabilityStubs.withPlenty(inventory);
    }

    @Test
    void roomsThatNobodyStandsInAskTheInventoryNothing() {
        for (int i = 0; i < 45; i++) {
            open(event + i, Instant.now().minusSeconds(60), 10);
        }
        for (int i = 0; i < 45; i++) {
            awaitRest(event + i);
        }
        clearInvocations(inventory);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        verify(inventory, never()).availability(longThat(asked -> asked >= event && asked < event + 45));
    }

    @Test
    void whoComesToAQuietRoomIsLetInAndTheNextOnesToo() {
        open(event, Instant.now().minusSeconds(60), 2);
        awaitRestWithNumbers();
        for (long fan = 1; fan <= 7; fan++) {
            line.join(event, fan, null);
        }
        for (long fan = 1; fan <= 7; fan++) {
            awaitOffer(fan);
        }
    }

    @Test
    void aQuietRoomIsStirredByAFanOfAnotherInstance() {
        open(event, Instant.now().minusSeconds(60), 1);
        awaitRestWithNumbers();
        // the script alone: this instance only hears of it
        scripts.join(event, 1, "ticket-1", 0, "");
        scripts.join(event, 2, "ticket-2", 0, "");
        await().atMost(Duration.ofSeconds(60)).until(() -> offers() == 2);
    }

    @Test
    void aQuietRoomIsStirredAlsoAfterRedisWasKilledAndCameBack() {
        open(event, Instant.now().minusSeconds(60), 1);
        awaitRestWithNumbers();
        AppendOnlyFile.awaitWritten(redis);
        long wakeUps = idleRooms.wakeUps();
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        // the channel itself: a room that is stirred only once would be missed by an ear that is not back yet
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            redis.convertAndSend(RedisChannels.ROOM_STIRRED, "0");
            return idleRooms.wakeUps() > wakeUps;
        });
        assertThat(idleRooms.isResting(rooms.find(event).orElseThrow()))
                .as("its own word was not said yet")
                .isTrue();
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(60)).until(() -> offers() == 1);
    }

    @Test
    void theSaleOpensOnTimeThoughTheLobbyRests() {
        open(event, Instant.now().plusSeconds(4), 10);
        assertThat(line.join(event, 1, null).state()).isEqualTo(LineState.LOBBY);
        awaitRest(event);
        awaitOffer(1);
    }

    @Test
    void aQuietRoomFollowsTheOrganisersNewTimes() {
        open(event, Instant.now().plus(Duration.ofHours(3)), 10);
        rooms.findActive(); // its lobby is hours away: nobody ticks it yet
        open(event, Instant.now().plusSeconds(900), 10);
        assertThat(line.join(event, 1, null).state()).isEqualTo(LineState.LOBBY);
        awaitRest(event);
        open(event, Instant.now().minusSeconds(1), 10);
        awaitOffer(1);
    }

    @Test
    void aQuietRoomClosesWhenTheSaleEnds() {
        Instant end = Instant.now().plusSeconds(10);
        open(event, Instant.now().minusSeconds(60), end, 10);
        awaitRest(event);
        await().atMost(Duration.ofSeconds(60)).until(() -> snapshot().closed());
    }

    private void awaitRest(long event) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> idleRooms.isResting(rooms.find(event).orElseThrow()));
    }

    /** Setting numbers apart changes the room's row, which wakes it also without a word: so that is over before. */
    private void awaitRestWithNumbers() {
        await().atMost(Duration.ofSeconds(60)).until(subscriber::isReceiving);
        line.join(event, 99, null);
        awaitOffer(99);
        line.leave(event, 99);
        awaitRest(event);
    }

    private void awaitOffer(long fan) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> line.status(event, fan).state() == LineState.OFFERED);
    }

    private long offers() {
        return redis.opsForZSet().zCard(scripts.key(event, "offers"));
    }

    private void open(long event, Instant onSaleAt, int rate) {
        open(event, onSaleAt, Instant.now().plus(Duration.ofDays(9)), rate);
    }

    private void open(long event, Instant onSaleAt, Instant salesEndAt, int rate) {
        rooms.open(event, LineShows.onSale(onSaleAt, salesEndAt, rate, 1_000));
    }

    private LineSnapshot snapshot() {
        return admissionScripts.snapshot(event).orElseThrow();
    }
}
