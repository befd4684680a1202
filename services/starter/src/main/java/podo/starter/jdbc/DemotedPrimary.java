package podo.starter.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/** Closes a connection whose server refuses to write: it was the primary when the connection was made. */
final class DemotedPrimary implements SQLExceptionOverride {

    /** ER_OPTION_PREVENTS_STATEMENT (--read-only) and ER_READ_ONLY_MODE of MySQL and MariaDB. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        return READ_ONLY.contains(e.getErrorCode())
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
