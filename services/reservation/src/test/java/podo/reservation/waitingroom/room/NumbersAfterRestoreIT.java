package podo.reservation.waitingroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.receipt.PlaceReceipt;
import podo.reservation.waitingroom.receipt.RecoveryReceipts;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;

/** Database and Redis are those of a backup, and fans hold receipts of places that came after it. */
@SpringBootTest(properties = "podo.room.tick=100ms")
@OnRealServers
class NumbersAfterRestoreIT {

    private static final StringRedisTemplate SUPERUSER = TestRedis.template();

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    RecoveryReceipts receipts;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @Test
    void aPlaceOfAfterTheBackupBelongsToItsReceipt() {
        AvailabilityStubs.withPlenty(inventory);
        Instant now = Instant.now();
        rooms.open(event, LineShows.onSale(now.minusSeconds(60), now.plus(Duration.ofDays(9)), 0, 100));
        for (long fan = 1; fan <= 3; fan++) {
            line.join(event, fan, null);
        }
        Map<String, byte[]> backup = new HashMap<>();
        SUPERUSER.keys("{room:" + event + "}*").forEach(key -> backup.put(key, SUPERUSER.dump(key)));
        String receipt = receipts.sign(new PlaceReceipt(event, 4, "a-ticket", 5_500));

        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> redis.hasKey("room:nobody") != null);
        SUPERUSER.delete(SUPERUSER.keys("{room:" + event + "}*"));
        backup.forEach((key, value) -> SUPERUSER.restore(key, value, 0, TimeUnit.SECONDS, true));
        Instant restoredFrom = Instant.now().minusSeconds(60);
        startAgain(restoredFrom);
        long reserved = reserved();
        startAgain(restoredFrom);
        assertThat(reserved()).as("once per backup, whoever starts").isEqualTo(reserved);

        assertThat(line.join(event, 9, null).number()).isGreaterThan(5_500);
        assertThat(line.join(event, 4, receipt).number()).isEqualTo(5_500);
        for (long fan = 1; fan <= 3; fan++) {
            assertThat(line.status(event, fan).number()).isEqualTo(fan);
        }
        assertThat(line.status(event, 4).ahead()).isEqualTo(3);
        assertThat(line.status(event, 9).ahead()).isEqualTo(4);
    }

    private void startAgain(Instant restoredFrom) {
        new NumbersAfterRestore(jdbc, clock, restoredFrom.toString()).setApart();
    }

    private long reserved() {
        return jdbc.sql("SELECT reserved FROM room WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
