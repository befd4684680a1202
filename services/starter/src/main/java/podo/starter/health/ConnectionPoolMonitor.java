package podo.starter.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Mean use of the Hikari connection pool over the last 3 s; a single sample would take every burst for an overload. */
public final class ConnectionPoolMonitor {

    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final RecentValues use;
    private final @Nullable HikariDataSource dataSource;

    public ConnectionPoolMonitor(DataSource dataSource, Clock clock) {
        this.use = new RecentValues(WINDOW, clock);
        this.dataSource = dataSource instanceof HikariDataSource hikari ? hikari : null;
    }

    /** Takes a sample; to be called a few times a second. Does nothing when the data source is not Hikari's or not started. */
    public void look() {
        HikariDataSource hikari = dataSource;
        if (hikari == null) {
            return;
        }
        HikariPoolMXBean pool = hikari.getHikariPoolMXBean();
        if (pool != null) {
            use.note((pool.getActiveConnections() + pool.getThreadsAwaitingConnection())
                    / (double) hikari.getMaximumPoolSize());
        }
    }

    /** Connections in use divided by the pool's size; above 1 when threads wait for a connection. */
    public double busy() {
        return use.mean();
    }
}
