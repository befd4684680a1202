package podo.inventory.hold.api;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.starter.health.CallTimer;
import podo.starter.health.ConnectionPoolMonitor;
import podo.starter.health.RecentValues;

/** Reports the current health of holds to the admission throttle of the waiting line, from memory and without a query. */
@RestController
class HoldHealth implements WebMvcConfigurer {

    /**
     * @param p95Millis 95th percentile of hold requests in the last 30 s
     * @param busyPool share of the database connections in use, above 1 when callers wait for one
     */
    record Pulse(double p95Millis, double busyPool) {}

    private final RecentValues holds;
    private final ConnectionPoolMonitor pool;

    HoldHealth(DataSource dataSource, Clock clock) {
        this.holds = new RecentValues(Duration.ofSeconds(30), clock);
        this.pool = new ConnectionPoolMonitor(dataSource, clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallTimer(holds))
                .addPathPatterns("/api/events/*/holds")
                .order(-20);
    }

    @Scheduled(fixedRate = 250)
    void samplePool() {
        pool.look();
    }

    @GetMapping("/internal/pulse")
    Pulse pulse() {
        return new Pulse(holds.p95(), pool.busy());
    }
}
