package podo.inventory.hold.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatIds;

/** Hands out ids of places. An instance takes them in blocks, so that a hold costs no statement for them; what it leaves over is not used. */
@Component
public class PlaceIds {

    private static final int BLOCK = 1_000;

    /** The ids that this instance has left; guarded by itself. */
    private static final class Block {
        private long next;
        private long end;
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cache<Long, Block> blocksByEvent =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

    PlaceIds(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public List<Long> next(long eventId, int count) {
        Block block = blocksByEvent.get(eventId, any -> new Block());
        List<Long> ids = new ArrayList<>(count);
        synchronized (block) {
            while (ids.size() < count) {
                if (block.next == block.end) {
                    block.end = reserve(eventId);
                    block.next = block.end - BLOCK;
                }
                ids.add(SeatIds.ofPlace(eventId, block.next++));
            }
        }
        return List.copyOf(ids);
    }

    /** Returns the end of a new block. */
    private long reserve(long eventId) {
        Long end = transaction.execute(status -> {
            jdbc.sql("UPDATE hall SET place_ids = place_ids + ? WHERE event_id = ?")
                    .params(BLOCK, eventId)
                    .update();
            return jdbc.sql("SELECT place_ids FROM hall WHERE event_id = ?")
                    .param(eventId)
                    .query(Long.class)
                    .single();
        });
        return end;
    }
}
