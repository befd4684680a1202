package podo.reservation.waitingroom.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatsReturned;
import podo.stack.junit.OnRealServers;

@SpringBootTest(properties = "podo.room.tick=1h")
@OnRealServers
class SeatAlertsIT {

    @Autowired
    SeatAlerts alerts;

    @Autowired
    SeatsReturnedListener listener;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @Test
    void returnedSeatsAlertTheLowestNumbersFirstAndOnce() {
        alerts.request(event, 1, null);
        alerts.request(event, 2, 900L);
        alerts.request(event, 3, 20L);
        alerts.request(event, 4, 21L);

        SeatsReturned message = new SeatsReturned(event, "hold-" + event, "order", List.of(SeatIds.of(event, 1)));
        listener.on(message);
        listener.on(message);

        assertThat(alerts.find(event, 3).orElseThrow().toldAt()).isNotNull();
        assertThat(alerts.find(event, 4).orElseThrow().toldAt()).isNotNull();
        assertThat(alerts.find(event, 2).orElseThrow().toldAt()).isNull();
        assertThat(alerts.find(event, 1).orElseThrow().toldAt()).isNull();

        alerts.cancel(event, 3);
        assertThat(alerts.find(event, 3)).isEmpty();
    }

    @Test
    void seatsThatTheOrganiserNoLongerKeepsBackAlertAsReturnedOnesDo() {
        for (long fan = 1; fan <= 3; fan++) {
            alerts.request(event, fan, fan);
        }
        listener.on(new SeatBlocksChanged(event, 1, 5, 0));
        assertThat(alerts.find(event, 1).orElseThrow().toldAt()).isNull();

        listener.on(new SeatBlocksChanged(event, 2, 4, 1));
        listener.on(new SeatBlocksChanged(event, 2, 4, 1));

        assertThat(alerts.find(event, 2).orElseThrow().toldAt()).isNotNull();
        assertThat(alerts.find(event, 3).orElseThrow().toldAt()).isNull();
    }
}
