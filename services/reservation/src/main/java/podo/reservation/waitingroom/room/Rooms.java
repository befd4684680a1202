package podo.reservation.waitingroom.room;

import podo.reservation.waitingroom.fairness.DrawAlgorithm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;

/** The rooms, kept in memory for a moment so that joining asks no database. */
@Repository
public class Rooms {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Seen(Optional<Room> room, Instant at) {}

    /** Bounded, since also ids that nobody knows are asked for. */
    private final Cache<Long, Seen> memory =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Rooms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Room> find(long eventId) {
        Seen seen = memory.getIfPresent(eventId);
        if (seen != null && clock.instant().isBefore(seen.at().plus(FRESH))) {
            return seen.room();
        }
        try {
            return remember(eventId, read(eventId));
        } catch (org.springframework.dao.DataAccessException e) {
            if (seen != null) {
                return seen.room(); // the line goes on while the database is away
            }
            throw e;
        }
    }

    /** The room as the database has it this moment. */
    public Room again(Room known) {
        Optional<Room> read = read(known.eventId());
        remember(known.eventId(), read);
        return read.orElse(known);
    }

    /** Rooms whose lobby is open or whose sale goes on, or ended a moment ago: somebody has to close them. */
    public List<Room> active() {
        Instant now = clock.instant();
        List<Room> rooms = jdbc.sql("SELECT * FROM room WHERE sales_end_at > ? AND lobby_opens_at <= ?")
                .params(local(now.minusSeconds(600)), local(now.plusSeconds(60)))
                .query(Rooms::room)
                .list();
        rooms.forEach(room -> remember(room.eventId(), Optional.of(room)));
        return rooms;
    }

    /**
     * Opens the room once. Later words change its times, those of lobby and sale only before the draw, and rate and cap only
     * when the show says something new about them: the operator's hand is not undone by an edit of the title.
     */
    public void open(long eventId, Show show) {
        String seed = newSeed();
        jdbc.sql("""
                INSERT INTO room (event_id, organiser_id, lobby_opens_at, on_sale_at, sales_end_at, rate, cap,
                                  announced_rate, announced_cap, extensions, mode, seed, seed_hash)
                VALUES (:id, :organiser, :lobby, :sale, :end, :rate, :cap, :rate, :cap, :extensions, 'OPEN', :seed, :hash)
                ON DUPLICATE KEY UPDATE
                    lobby_opens_at = IF(drawn_at IS NULL, VALUES(lobby_opens_at), lobby_opens_at),
                    on_sale_at = IF(drawn_at IS NULL, VALUES(on_sale_at), on_sale_at),
                    sales_end_at = VALUES(sales_end_at),
                    rate = IF(announced_rate = VALUES(announced_rate), rate, VALUES(rate)),
                    cap = IF(announced_cap = VALUES(announced_cap), cap, VALUES(cap)),
                    announced_rate = VALUES(announced_rate), announced_cap = VALUES(announced_cap),
                    extensions = VALUES(extensions)
                """)
                .param("id", eventId)
                .param("organiser", show.organiserId())
                .param("lobby", local(show.lobbyOpensAt()))
                .param("sale", local(show.onSaleAt()))
                .param("end", local(show.salesEndAt()))
                .param("rate", show.admissionPerSecond())
                .param("cap", show.admissionCap())
                .param("extensions", show.extensions())
                .param("seed", seed)
                .param("hash", DrawAlgorithm.sha256(HexFormat.of().parseHex(seed)))
                .update();
        memory.invalidate(eventId);
    }

    /** Sets numbers apart; answers the last one before them. */
    long reserve(long eventId, long count) {
        while (true) {
            long before = jdbc.sql("SELECT reserved FROM room WHERE event_id = ?")
                    .param(eventId)
                    .query(Long.class)
                    .single();
            int taken = jdbc.sql("UPDATE room SET reserved = ? WHERE event_id = ? AND reserved = ?")
                    .params(before + count, eventId, before)
                    .update();
            if (taken == 1) {
                return before;
            }
        }
    }

    /** Notes that the room stands in Redis. */
    public void laidOut(long eventId) {
        jdbc.sql("UPDATE room SET laid_out_at = ? WHERE event_id = ? AND laid_out_at IS NULL")
                .params(local(clock.instant()), eventId)
                .update();
        memory.invalidate(eventId);
    }

    /** What is remembered is out of date. */
    public void forget(long eventId) {
        memory.invalidate(eventId);
    }

    public void steer(long eventId, int rate, int cap, Room.Mode mode) {
        jdbc.sql("UPDATE room SET rate = ?, cap = ?, mode = ? WHERE event_id = ?")
                .params(rate, cap, mode.name(), eventId)
                .update();
        memory.invalidate(eventId);
    }

    public void close(long eventId) {
        jdbc.sql("UPDATE room SET mode = 'CLOSED' WHERE event_id = ?")
                .param(eventId)
                .update();
        memory.invalidate(eventId);
    }

    /** Notes how far numbers were given and served, so that no loss of data in Redis can turn them back. */
    public void note(long eventId, long highest, long served) {
        jdbc.sql("""
                        UPDATE room SET highest_number = GREATEST(highest_number, ?), served = GREATEST(served, ?)
                        WHERE event_id = ?""").params(highest, served, eventId).update();
    }

    private Optional<Room> read(long eventId) {
        return jdbc.sql("SELECT * FROM room WHERE event_id = ?")
                .param(eventId)
                .query(Rooms::room)
                .optional();
    }

    private Optional<Room> remember(long eventId, Optional<Room> room) {
        memory.put(eventId, new Seen(room, clock.instant()));
        return room;
    }

    private static String newSeed() {
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Room room(ResultSet row, int n) throws SQLException {
        return new Room(
                row.getLong("event_id"),
                row.getLong("organiser_id"),
                instant(row, "lobby_opens_at"),
                instant(row, "on_sale_at"),
                instant(row, "sales_end_at"),
                row.getInt("rate"),
                row.getInt("cap"),
                row.getInt("extensions"),
                Room.Mode.valueOf(row.getString("mode")),
                row.getString("seed"),
                row.getString("seed_hash"),
                row.getString("list_hash"),
                moment(row, "drawn_at"),
                row.getInt("drawn"),
                row.getLong("highest_number"),
                row.getLong("served"),
                row.getLong("reserved"),
                moment(row, "laid_out_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
