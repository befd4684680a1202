package podo.inventory.seat.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.inventory.InventoryIT;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import tools.jackson.databind.json.JsonMapper;

@InventoryIT
class SeatBlocksIT {

    @Autowired
    private Api api;

    @Autowired
    private SeatBlocks blocks;

    @Autowired
    private SeatHistory history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestHalls halls;

    @Test
    void theOthersHearHowManySeatsAreBlocked() {
        long event = halls.open(1, 4);
        List<Long> two = List.of(SeatIds.of(event, 1), SeatIds.of(event, 2));

        transaction.executeWithoutResult(tx -> {
            long first = announcedRevision(event);
            blocks.block(event, two, 1);
            blocks.unblock(event, List.of(two.getFirst()), 1);
            blocks.unblock(event, List.of(two.getFirst()), 1);

            assertThat(announced(event))
                    .contains(
                            new SeatBlocksChanged(event, first + 1, 2, 0),
                            new SeatBlocksChanged(event, first + 2, 1, 1),
                            new SeatBlocksChanged(event, first + 3, 1, 0));
        });
    }

    private long announcedRevision(long event) {
        return jdbc.sql("SELECT blocks_revision FROM hall WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    /** What stands in the outbox before the commit. */
    private List<SeatBlocksChanged> announced(long event) {
        return jdbc
                .sql("SELECT payload FROM outbox_record WHERE record_key = ?")
                .param(Long.toString(event))
                .query(String.class)
                .list()
                .stream()
                .map(payload -> JsonMapper.shared().readValue(payload, SeatBlocksChanged.class))
                .toList();
    }

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
