package podo.reservation.booking.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.booking.code.discount.Discount;
import podo.reservation.show.KnownShows;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code discount_code}. */
@Repository
class DiscountCodes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String OF_EVENT = KnownShows.CODES_OF_EVENT;

    private static final String SELECT = """
            SELECT id, event_id, code, how, value, grades, valid_from, valid_until, most_uses, most_per_fan, used, active, series_id,
                created_at
            FROM discount_code
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DiscountCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there is one that makes bookings cheaper. */
    boolean exist(long eventId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM discount_code WHERE how <> 'EARLY' AND " + OF_EVENT + ")")
                .param("event", eventId)
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends, others wait who add a code to a date of the same show, or switch one on. Call it before codes are read. */
    void lockShow(long eventId) {
        jdbc.sql("""
                        SELECT s.event_id FROM known_show k JOIN known_show s ON s.event_id = COALESCE(k.series_id, k.event_id)
                        WHERE k.event_id = ? FOR UPDATE
                        """).param(eventId).query(Long.class).list();
    }

    /** Whether a date for which the code would be has one of this name. */
    boolean isTaken(long eventId, String folded, boolean forAllDates) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM discount_code WHERE code = :code AND " + ofDates(forAllDates)
                        + ")")
                .param("event", eventId)
                .param("code", folded)
                .query(Boolean.class)
                .single();
    }

    /**
     * A presale that is on at the same time on a date for which the code would be. Where a presale has no end, the general sale ends it; both begin
     * before that, so it is not asked for.
     *
     * @param codeId is left out
     */
    Optional<DiscountCode> findOverlapping(
            long eventId, boolean forAllDates, long codeId, Instant from, @Nullable Instant until) {
        Instant now = clock.instant();
        return jdbc.sql(SELECT + "WHERE how = 'EARLY' AND active AND id <> :code AND "
                        + ofDates(forAllDates)
                        + " AND (valid_until IS NULL OR valid_until > :from) AND (:until IS NULL OR valid_from < :until)"
                        + " ORDER BY valid_from, id LIMIT 1")
                .param("event", eventId)
                .param("code", codeId)
                .param("from", Utc.millis(from.isBefore(now) ? now : from))
                .param("until", millisOrNull(until))
                .query(DiscountCodes::read)
                .optional();
    }

    private static String ofDates(boolean all) {
        return all
                ? "(" + OF_EVENT
                        + " OR event_id IN (SELECT o.event_id FROM known_show o WHERE COALESCE(o.series_id, o.event_id) = "
                        + KnownShows.SERIES + "))"
                : OF_EVENT;
    }

    Optional<DiscountCode> find(long eventId, String folded) {
        return jdbc.sql(SELECT + "WHERE code = :code AND " + OF_EVENT + " ORDER BY id LIMIT 1")
                .param("event", eventId)
                .param("code", folded)
                .query(DiscountCodes::read)
                .optional();
    }

    Optional<DiscountCode> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(DiscountCodes::read)
                .optional();
    }

    /** Newest first. */
    List<DiscountCode> list(long eventId) {
        return jdbc.sql(SELECT + "WHERE " + OF_EVENT + " ORDER BY id DESC")
                .param("event", eventId)
                .query(DiscountCodes::read)
                .list();
    }

    /** Locks these rows until the transaction ends, always in the same order; null is none. */
    void lock(@Nullable Long... ids) {
        List<Long> known = Stream.of(ids).filter(Objects::nonNull).toList();
        if (!known.isEmpty()) {
            jdbc.sql("SELECT id FROM discount_code WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                    .param("ids", known)
                    .query(Long.class)
                    .list();
        }
    }

    /** @return false when the event has a code of this name */
    boolean insert(long eventId, String folded, CodeRequest request) {
        return jdbc.sql("""
                                INSERT IGNORE INTO discount_code (event_id, series_id, code, how, value, grades, valid_from, valid_until, most_uses,
                                    most_per_fan, created_at)
                                VALUES (:event, IF(:allDates, """ + KnownShows.SERIES + """
                                    , NULL), :code, :how, :value, :grades, :from, :until, :uses, :fan, :now)
                                """)
                        .param("event", eventId)
                        .param("code", folded)
                        .param("allDates", request.isForAllDates())
                        .param("how", request.way().name())
                        .param("value", request.amount())
                        .param(
                                "grades",
                                request.gradesOrAll() == null ? null : JSON.writeValueAsString(request.gradesOrAll()))
                        .param("from", millisOrNull(request.validFrom()))
                        .param("until", millisOrNull(request.validUntil()))
                        .param("uses", request.mostUses())
                        .param("fan", request.mostPerFan())
                        .param("now", Utc.millis(clock.instant()))
                        .update()
                == 1;
    }

    void setActive(long id, boolean active) {
        jdbc.sql("UPDATE discount_code SET active = ? WHERE id = ?")
                .params(active, id)
                .update();
    }

    /**
     * One more use, if the code still allows one now: the statement decides between any number of fans. For a presale the hold was made in its time,
     * which may have ended by now.
     */
    boolean take(long id) {
        return jdbc.sql("""
                                UPDATE discount_code SET used = used + 1
                                WHERE id = :id AND active AND (most_uses IS NULL OR used < most_uses)
                                  AND (how = 'EARLY' OR (valid_from IS NULL OR valid_from <= :now) AND (valid_until IS NULL OR valid_until > :now))
                                """)
                        .param("id", id)
                        .param("now", Utc.millis(clock.instant()))
                        .update()
                == 1;
    }

    /** @param uses 1, or -1 for one that is given back */
    void count(long id, int uses) {
        jdbc.sql("UPDATE discount_code SET used = used + ? WHERE id = ?")
                .params(uses, id)
                .update();
    }

    private static @Nullable Object millisOrNull(@Nullable Instant time) {
        return time == null ? null : Utc.millis(time);
    }

    private static DiscountCode read(ResultSet row, int n) throws SQLException {
        String grades = row.getString("grades");
        return new DiscountCode(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getString("code"),
                Discount.How.valueOf(row.getString("how")),
                row.getLong("value"),
                grades == null ? null : JSON.readValue(grades, new TypeReference<List<String>>() {}),
                Utc.instantOrNull(row, "valid_from"),
                Utc.instantOrNull(row, "valid_until"),
                row.getObject("most_uses", Integer.class),
                row.getObject("most_per_fan", Integer.class),
                row.getInt("used"),
                row.getBoolean("active"),
                row.getObject("series_id") != null,
                Utc.instant(row, "created_at"));
    }
}
