package podo.inventory.hold;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.door.pulse.CallWatch;
import podo.door.pulse.PoolWatch;
import podo.door.pulse.Recent;

/** How well holding goes here at this moment, for the line's health brake; told from memory, so that it is told in any case. */
@RestController
class HoldPulse implements WebMvcConfigurer {

    /**
     * @param p95Millis of the holds that were asked for in the last half minute
     * @param busyPool share of the database connections in use, above 1 when callers queue
     */
    record Pulse(double p95Millis, double busyPool) {}

    private final Recent holds;
    private final PoolWatch pool;

    HoldPulse(DataSource dataSource, Clock clock) {
        this.holds = new Recent(Duration.ofSeconds(30), clock);
        this.pool = new PoolWatch(dataSource, clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallWatch(holds))
                .addPathPatterns("/api/events/*/holds")
                .order(-20);
    }

    @Scheduled(fixedRate = 250)
    void look() {
        pool.look();
    }

    @GetMapping("/internal/pulse")
    Pulse pulse() {
        return new Pulse(holds.p95(), pool.busy());
    }
}
