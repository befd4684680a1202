package podo.reservation.waitingroom.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;
import podo.reservation.presale.Presale;
import podo.reservation.presale.Presales;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.starter.jdbc.Utc;

/** The rows of the waiting rooms, cached for 1 s so that a join needs no database. */
@Repository
public class Rooms {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT = """
            SELECT event_id, organiser_id, lobby_opens_at, on_sale_at, sales_end_at, rate, cap, extensions, mode, seed, seed_hash,
                list_hash, drawn_at, drawn, highest_number, served, reserved, laid_out_at, cancelled, presale_of
            FROM room
            """;

    private record Cached(Optional<Room> room, Instant at) {}

    /** Bounded, because unknown event ids are cached too. */
    private final Cache<Long, Cached> cache =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private final JdbcClient jdbc;
    private final Presales presales;
    private final Clock clock;

    Rooms(JdbcClient jdbc, Presales presales, Clock clock) {
        this.jdbc = jdbc;
        this.presales = presales;
        this.clock = clock;
    }

    public Optional<Room> find(long eventId) {
        Cached cached = cache.getIfPresent(eventId);
        if (cached != null && clock.instant().isBefore(cached.at().plus(FRESH))) {
            return cached.room();
        }
        try {
            return cache(eventId, read(eventId));
        } catch (DataAccessException e) {
            if (cached != null) {
                return cached.room(); // lines go on while the database is away
            }
            throw e;
        }
    }

    /** The room as it was last read, which {@link #findActive} does once per tick for all of them. */
    public Optional<Room> findKnown(long eventId) {
        Cached cached = cache.getIfPresent(eventId);
        return cached == null ? find(eventId) : cached.room();
    }

    /** The room; throws {@link NoLineYet} when there is none. */
    public Room require(long eventId) {
        return find(eventId).orElseThrow(NoLineYet::new);
    }

    /** The room in which the fan stands or can stand: that of the presale whose code the fan entered while it lasts, else the event's. */
    public Room requireFor(long eventId, long fanId) {
        Room room = require(eventId);
        if (!clock.instant().isBefore(room.onSaleAt())) {
            return room;
        }
        return presales.findOfFan(eventId, fanId)
                .map(presale -> openPresale(presale, room))
                .orElse(room);
    }

    /** Whether fans can wait for the draw of the general sale. */
    public boolean isLobbyOpen(Room room) {
        Instant now = clock.instant();
        return !now.isBefore(room.lobbyOpensAt()) && now.isBefore(room.onSaleAt()) && !room.isOverAt(now);
    }

    /** The room of a presale, created by its first fan; its lobby opens as long before its beginning as the event's does. */
    private Room openPresale(Presale presale, Room event) {
        long id = Room.ofPresale(presale.id());
        return find(id).orElseGet(() -> {
            String seed = newSeed();
            jdbc.sql("""
                    INSERT IGNORE INTO room (event_id, presale_of, organiser_id, lobby_opens_at, on_sale_at, sales_end_at, rate, cap,
                        announced_rate, announced_cap, extensions, mode, seed, seed_hash, show_revision, cancelled)
                    SELECT :id, event_id, organiser_id, :lobby, :from, :until, rate, cap, announced_rate, announced_cap, extensions,
                        mode, :seed, :hash, show_revision, cancelled FROM room WHERE event_id = :event
                    """)
                    .param("id", id)
                    .param(
                            "lobby",
                            Utc.column(presale.from().minus(Duration.between(event.lobbyOpensAt(), event.onSaleAt()))))
                    .param("from", Utc.column(presale.from()))
                    .param("until", Utc.column(presale.until()))
                    .param("seed", seed)
                    .param("hash", DrawAlgorithm.sha256(HexFormat.of().parseHex(seed)))
                    .param("event", event.eventId())
                    .update();
            cache.invalidate(id);
            return require(id);
        });
    }

    /** The room as the database has it now. */
    public Room reload(Room known) {
        Optional<Room> read = read(known.eventId());
        cache(known.eventId(), read);
        return read.orElse(known);
    }

    /** Rooms from a minute before their lobby opens until ten minutes after their sale ends: a tick has to close them. */
    public List<Room> findActive() {
        Instant now = clock.instant();
        List<Room> rooms = jdbc.sql(SELECT + "WHERE sales_end_at > ? AND lobby_opens_at <= ?")
                .params(Utc.column(now.minusSeconds(600)), Utc.column(now.plusSeconds(60)))
                .query(Rooms::room)
                .list();
        rooms.forEach(room -> cache(room.eventId(), Optional.of(room)));
        return rooms;
    }

    /**
     * Creates the room, or applies a change of its show unless a later one was applied before. Lobby and sale move only before the draw; rate and cap change only when the
     * show's own values change, so that an edit of the title does not undo the operator's levers.
     */
    public void open(long eventId, Show show) {
        String seed = newSeed();
        Map<String, Object> columns = Map.ofEntries(
                Map.entry("id", eventId),
                Map.entry("organiser", show.organiserId()),
                Map.entry("lobby", Utc.column(show.lobbyOpensAt())),
                Map.entry("sale", Utc.column(show.onSaleAt())),
                Map.entry("end", Utc.column(show.salesEndAt())),
                Map.entry("rate", show.admissionPerSecond()),
                Map.entry("cap", show.admissionCap()),
                Map.entry("extensions", show.extensions()),
                Map.entry("seed", seed),
                Map.entry("hash", DrawAlgorithm.sha256(HexFormat.of().parseHex(seed))),
                Map.entry("revision", show.revision()));
        jdbc.sql("""
                INSERT IGNORE INTO room (event_id, organiser_id, lobby_opens_at, on_sale_at, sales_end_at, rate, cap,
                                         announced_rate, announced_cap, extensions, mode, seed, seed_hash, show_revision, cancelled)
                VALUES (:id, :organiser, :lobby, :sale, :end, :rate, :cap, :rate, :cap, :extensions, 'OPEN', :seed, :hash, :revision,
                        EXISTS (SELECT 1 FROM known_show WHERE event_id = :id AND cancelled))
                """).params(columns).update();
        jdbc.sql("""
                UPDATE room SET
                    lobby_opens_at = IF(drawn_at IS NULL, :lobby, lobby_opens_at),
                    on_sale_at = IF(drawn_at IS NULL, :sale, on_sale_at),
                    sales_end_at = :end,
                    rate = IF(announced_rate = :rate, rate, :rate),
                    cap = IF(announced_cap = :cap, cap, :cap),
                    announced_rate = :rate, announced_cap = :cap,
                    extensions = :extensions, show_revision = :revision
                WHERE event_id = :id AND (:revision = 0 OR show_revision <= :revision)
                """).params(columns).update();
        jdbc.sql("""
                UPDATE room r JOIN presale p ON r.event_id = -p.id JOIN discount_code c ON c.id = p.code_id
                JOIN room e ON e.event_id = r.presale_of
                SET r.sales_end_at = LEAST(COALESCE(c.valid_until, e.on_sale_at), e.on_sale_at), r.organiser_id = e.organiser_id,
                    r.rate = e.rate, r.cap = e.cap, r.extensions = e.extensions
                WHERE r.presale_of = ?
                """).param(eventId).update();
        cache.invalidate(eventId);
    }

    /** Reserves queue numbers; returns the last number before them. */
    long reserveNumbers(long eventId, long count) {
        while (true) {
            long before = jdbc.sql("SELECT reserved FROM room WHERE event_id = ?")
                    .param(eventId)
                    .query(Long.class)
                    .single();
            int updated = jdbc.sql("UPDATE room SET reserved = ? WHERE event_id = ? AND reserved = ?")
                    .params(before + count, eventId, before)
                    .update();
            if (updated == 1) {
                return before;
            }
        }
    }

    /** Records that the room has been created in Redis. */
    public void markLaidOut(long eventId) {
        jdbc.sql("UPDATE room SET laid_out_at = ? WHERE event_id = ? AND laid_out_at IS NULL")
                .params(Utc.column(clock.instant()), eventId)
                .update();
        cache.invalidate(eventId);
    }

    /** Whether nobody can buy any more, see {@link Room#isOverAt}. */
    public boolean isOver(Room room) {
        return room.isOverAt(clock.instant());
    }

    /** Drops the cached row. */
    public void evict(long eventId) {
        cache.invalidate(eventId);
    }

    /** Those of the event's room, and of its presales'. */
    public void setLevers(long eventId, int rate, int cap, Room.Mode mode) {
        jdbc.sql("UPDATE room SET rate = ?, cap = ?, mode = ? WHERE event_id = ? OR presale_of = ?")
                .params(rate, cap, mode.name(), eventId, eventId)
                .update();
        cache.invalidate(eventId);
    }

    /** Ends the line of a show that does not take place. */
    public void cancel(long eventId) {
        jdbc.sql("UPDATE room SET mode = 'CLOSED', cancelled = TRUE WHERE event_id = ? OR presale_of = ?")
                .params(eventId, eventId)
                .update();
        cache.invalidate(eventId);
    }

    /** Records how far numbers were given and served; a rebuilt line starts from there. */
    public void recordProgress(long eventId, long highest, long served) {
        jdbc.sql("""
                        UPDATE room SET highest_number = GREATEST(highest_number, ?), served = GREATEST(served, ?)
                        WHERE event_id = ?""").params(highest, served, eventId).update();
    }

    private Optional<Room> read(long eventId) {
        return jdbc.sql(SELECT + "WHERE event_id = ?")
                .param(eventId)
                .query(Rooms::room)
                .optional();
    }

    private Optional<Room> cache(long eventId, Optional<Room> room) {
        cache.put(eventId, new Cached(room, clock.instant()));
        return room;
    }

    private static String newSeed() {
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private static Room room(ResultSet row, int n) throws SQLException {
        return new Room(
                row.getLong("event_id"),
                row.getLong("organiser_id"),
                Utc.instant(row, "lobby_opens_at"),
                Utc.instant(row, "on_sale_at"),
                Utc.instant(row, "sales_end_at"),
                row.getInt("rate"),
                row.getInt("cap"),
                row.getInt("extensions"),
                Room.Mode.valueOf(row.getString("mode")),
                row.getString("seed"),
                row.getString("seed_hash"),
                row.getString("list_hash"),
                Utc.instantOrNull(row, "drawn_at"),
                row.getInt("drawn"),
                row.getLong("highest_number"),
                row.getLong("served"),
                row.getLong("reserved"),
                Utc.instantOrNull(row, "laid_out_at"),
                row.getBoolean("cancelled"),
                row.getObject("presale_of", Long.class));
    }
}
