package podo.reservation.waitingroom.throttle;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineSnapshot;
import podo.stack.junit.OnRealServers;

@SpringBootTest(
        properties = {
            "podo.room.tick=100ms",
            "podo.room.quiet-tick=1h",
            "podo.room.offer=2s",
            "podo.room.silence-inside=3s"
        })
@OnRealServers
class ThrottledLineIT {

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    LocalHealth health;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @Test
    void theLineSlowsDownWhileTheBankDoesNotAnswerAndSaysSo() {
        AvailabilityStubs.withPlenty(inventory);
        rooms.open(event, LineShows.onSaleAt(Instant.now().minusSeconds(60), 20, 100_000));
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            for (int i = 0; i < 20; i++) {
                health.recordPayment(true);
            }
            for (long fan = 0; fan < 50; fan++) {
                line.join(event, ThreadLocalRandom.current().nextLong(1_000, 1_000_000_000), null);
            }
            return snapshot().binding().equals("HEALTH");
        });
    }

    private LineSnapshot snapshot() {
        return admissionScripts.snapshot(event).orElseThrow();
    }
}
