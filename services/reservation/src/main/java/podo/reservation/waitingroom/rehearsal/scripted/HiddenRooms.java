package podo.reservation.waitingroom.rehearsal.scripted;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.HiddenCopies;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.LineScripts;
import podo.starter.jdbc.Utc;

/** The rooms of hidden copies: rows and keys like those of any room, one at a time in the whole installation, and removed afterwards. */
@Repository
class HiddenRooms {

    /** Its line ends by itself then, and whatever is left of it was left by a process that died. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final StringRedisTemplate redis;
    private final LineScripts scripts;
    private final Rooms rooms;
    private final Clock clock;

    HiddenRooms(JdbcClient jdbc, StringRedisTemplate redis, LineScripts scripts, Rooms rooms, Clock clock) {
        this.jdbc = jdbc;
        this.redis = redis;
        this.scripts = scripts;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Opens it for everybody at once; false while there is another one. */
    boolean open(long copyId, long organiserId, SaleSetting setting) {
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        Instant now = clock.instant();
        try {
            return jdbc.sql("""
                            INSERT INTO room (event_id, organiser_id, lobby_opens_at, on_sale_at, sales_end_at, rate, cap, announced_rate,
                                              announced_cap, extensions, mode, seed, seed_hash)
                            SELECT :id, :organiser, :now, :now, :end, :rate, :cap, :rate, :cap, 0, 'OPEN', :seed, :hash
                            FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM room WHERE event_id <= :highest)
                            """)
                            .param("id", copyId)
                            .param("organiser", organiserId)
                            .param("now", Utc.column(now))
                            .param("end", Utc.column(now.plus(LIFE)))
                            .param("highest", HiddenCopies.HIGHEST)
                            .param("rate", setting.rate())
                            .param("cap", setting.cap())
                            .param("seed", HexFormat.of().formatHex(seed))
                            .param("hash", DrawAlgorithm.sha256(seed))
                            .update()
                    == 1;
        } catch (ConcurrencyFailureException e) {
            return false; // two at the same moment
        }
    }

    Room require(long copyId) {
        return rooms.require(copyId);
    }

    boolean isThereOne() {
        return jdbc.sql("SELECT COUNT(*) FROM room WHERE event_id <= ?")
                        .param(HiddenCopies.HIGHEST)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** First the row, so that it is ticked no more; see {@link #removeKeys}. */
    void removeRow(long copyId) {
        for (String table : List.of("room", "drawn_place", "refusal", "refusal_total")) {
            jdbc.sql("DELETE FROM " + table + " WHERE event_id = ?")
                    .param(copyId)
                    .update();
        }
        rooms.evict(copyId);
    }

    /** To be called some ticks after {@link #removeRow}: the last tick writes them again. */
    void removeKeys(long copyId) {
        redis.unlink(
                LineScripts.KEYS.stream().map(name -> scripts.key(copyId, name)).toList());
    }

    List<Long> findAbandoned() {
        return jdbc.sql("SELECT event_id FROM room WHERE event_id <= ? AND event_id > ?")
                .params(HiddenCopies.HIGHEST, HiddenCopies.idAt(clock.instant().minus(LIFE)))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
