package podo.payment.charge;

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

/** How well paying goes here at this moment, for the line's health brake; told from memory, so that it is told in any case. */
@RestController
class PaymentHealth implements WebMvcConfigurer {

    /**
     * @param open false while no payments are taken
     * @param p95Millis of the confirms of the last half minute; what a buyer does at the bank's window comes before them
     * @param troubledShare of the last minute's confirms, those that the bank did not decide, 0 to 1
     * @param busyPool share of the database connections in use, above 1 when callers queue
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
    void look() {
        pool.look();
    }

    @GetMapping("/internal/pulse")
    Pulse pulse() {
        return new Pulse(!bank.isOpen(), confirms.p95(), bank.troubledShare(), pool.busy());
    }
}
