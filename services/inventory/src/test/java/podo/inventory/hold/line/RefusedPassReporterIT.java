package podo.inventory.hold.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.inventory.Api.newFan;
import static podo.inventory.Api.seats;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;

@InventoryIT
class RefusedPassReporterIT {

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @Autowired
    private RecordingWaitingRoom rooms;

    @Test
    void refusedPassesAreReportedWithTheirReason() {
        long event = halls.open(2, 10);
        long seat = TestHalls.seats(event, 1).getFirst();
        long fan = newFan();
        Duration life = Duration.ofMinutes(15);
        String own = api.pass(fan, event, life);

        for (String pass : List.of(
                " ",
                own.substring(0, own.length() - 4) + "AAAA",
                api.pass(fan, event, Duration.ofSeconds(-5)),
                api.pass(fan, event + 1, life),
                api.pass(newFan(), event, life))) {
            Answer refused = api.send(api.as(fan, "/api/events/" + event + "/holds")
                    .header("X-Entry-Pass", pass)
                    .POST(seats(seat)));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.type()).isEqualTo("urn:problem:no-pass");
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rooms.reasons(event, fan))
                        .containsExactlyInAnyOrder("no-pass", "forged", "expired", "foreign-event", "foreign-fan"));
        long holder = newFan();
        String hold = api.hold(holder, event, seat + 1).body().path("holdId").asString();
        assertThat(api.send(api.as(holder, "/api/holds/" + hold + "/extend")
                                .header("X-Entry-Pass", own)
                                .POST(seats(seat)))
                        .status())
                .isEqualTo(403);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rooms.reasons(event, holder)).containsExactly("foreign-fan"));
        assertThat(rooms.saw(event, fan)).as("a sign of life").isFalse();
        assertThat(api.hold(fan, event, seat).status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> rooms.saw(event, fan));
    }
}
