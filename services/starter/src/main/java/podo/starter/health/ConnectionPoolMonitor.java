package podo.starter.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How busy the database connections were over the last three seconds; a single look would take every burst for trouble. */
public final class ConnectionPoolMonitor {

    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final RecentValues use;
    private final @Nullable HikariDataSource pool;

    public ConnectionPoolMonitor(DataSource dataSource, Clock clock) {
        this.use = new RecentValues(WINDOW, clock);
        this.pool = dataSource instanceof HikariDataSource hikari ? hikari : null;
    }

    /** To be called a few times a second. */
    public void look() {
        HikariPoolMXBean now = pool == null ? null : pool.getHikariPoolMXBean();
        if (now != null) {
            use.note((now.getActiveConnections() + now.getThreadsAwaitingConnection())
                    / (double) pool.getMaximumPoolSize());
        }
    }

    /** The share of the pool in use, above 1 when callers queue for connections. */
    public double busy() {
        return use.mean();
    }
}
