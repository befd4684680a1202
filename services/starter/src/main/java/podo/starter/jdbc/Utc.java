package podo.starter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants in DATETIME columns: MySQL and MariaDB keep the value as it is written, and we write UTC. */
public final class Utc {

    private Utc() {}

    /** For DATETIME(6); the database rounds what is finer than a microsecond. */
    public static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** For DATETIME(3): cut off, so that the database does not round a time up into the future. */
    public static LocalDateTime millis(Instant at) {
        return column(at.truncatedTo(ChronoUnit.MILLIS));
    }

    public static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getObject(column, LocalDateTime.class));
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : instant(at);
    }
}
