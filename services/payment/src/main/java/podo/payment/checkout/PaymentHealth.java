package podo.payment.checkout;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.payment.pg.PgHealth;
import podo.starter.health.CallTimer;
import podo.starter.health.ConnectionPoolMonitor;
import podo.starter.health.RecentValues;

/** {@code GET /internal/pulse}: how well confirms go, for the line's admission throttle. Answered from memory, without a query. */
@RestController
class PaymentHealth implements WebMvcConfigurer {

    /**
     * @param open false while no payments are taken
     * @param p95Millis 95th percentile of the confirms of the last 30 s; the time in the payment window does not count
     * @param troubledShare share of the last minute's confirms that the bank did not decide, 0 to 1
     * @param busyPool share of the database connections in use; above 1 when callers queue
     */
    record Pulse(boolean open, double p95Millis, double troubledShare, double busyPool) {}

    private final PgHealth bank;
    private final RecentValues confirms;
    private final ConnectionPoolMonitor pool;

    PaymentHealth(PgHealth bank, DataSource dataSource, Clock clock) {
        this.bank = bank;
        this.confirms = new RecentValues(Duration.ofSeconds(30), clock);
        this.pool = new ConnectionPoolMonitor(dataSource, clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallTimer(confirms)).addPathPatterns("/api/payments/confirm");
    }

    @Scheduled(fixedRate = 250)
    void samplePool() {
        pool.look();
    }

    @GetMapping("/internal/pulse")
    Pulse pulse() {
        return new Pulse(!bank.isOpen(), confirms.p95(), bank.troubledShare(), pool.busy());
    }
}
