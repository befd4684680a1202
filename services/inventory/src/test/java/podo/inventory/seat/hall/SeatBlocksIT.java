package podo.inventory.seat.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;

@InventoryIT
class SeatBlocksIT {

    @Autowired
    private Api api;

    @Autowired
    private SeatBlocks blocks;

    @Autowired
    private SeatHistory history;

    @Autowired
    private TestHalls halls;

    @Test
    void aShowThatIsOffTakesSeatsFromThoseWhoHoldThemAndSaysSo() {
        long event = halls.open(10, 10);
        String hold = api.hold(Api.newFan(), event, SeatIds.of(event, 1))
                .body()
                .path("holdId")
                .asString();

        assertThat(blocks.blockCancelled(event)).isTrue();

        assertThat(history.of(SeatIds.of(event, 1)))
                .extracting(SeatHistory.Change::cause)
                .containsExactly(Cause.HELD, Cause.BLOCKED);
        assertThat(history.of(SeatIds.of(event, 1)).getLast().holdId()).isEqualTo(hold);
        for (int seq : List.of(2, 50, 100)) {
            assertThat(history.of(SeatIds.of(event, seq)))
                    .extracting(SeatHistory.Change::cause)
                    .containsExactly(Cause.BLOCKED);
        }
    }
}
