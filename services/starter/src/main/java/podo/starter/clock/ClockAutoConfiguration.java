package podo.starter.clock;

import com.netflix.appinfo.HealthCheckHandler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The watch of the clock, and what it moves: answers, registry, readiness, metric. Without database and Redis nothing is compared. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration"
        })
@Import({TimeReferences.OfDatabase.class, TimeReferences.OfRedis.class})
@EnableScheduling
class ClockAutoConfiguration {

    /** After the filter that knows the trace. */
    private static final int INSIDE_THE_TRACE = Ordered.HIGHEST_PRECEDENCE + 3;

    private static final String RETRY_AFTER_SECONDS = "2";

    @Bean
    @ConditionalOnMissingBean
    MachineClock machineClock() {
        return Clock.systemUTC()::instant;
    }

    @Bean
    ClockWatch clockWatch(
            ObjectProvider<TimeReference> references,
            MachineClock machine,
            @Value("${podo.clock.tolerance:10s}") Duration tolerance) {
        return new ClockWatch(references.orderedStream().toList(), machine, System::nanoTime, tolerance);
    }

    /** The error page of the process: a problem, or a page for people. */
    @Bean
    @ConditionalOnMissingBean
    WrongClockAnswer wrongClockAnswer() {
        return (request, response) -> {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        };
    }

    @Bean
    FilterRegistrationBean<ClockFilter> clockFilter(ClockWatch watch, WrongClockAnswer answer) {
        var registration = new FilterRegistrationBean<>(new ClockFilter(watch, answer));
        registration.setOrder(INSIDE_THE_TRACE);
        return registration;
    }

    @Bean
    MeterBinder clockMeters(ClockWatch watch) {
        return meters -> watch.references()
                .forEach(reference -> Gauge.builder(
                                "podo.clock.skew",
                                watch,
                                clock -> clock.skew(reference).toMillis() / 1e3)
                        .baseUnit("seconds")
                        .description("how far this machine's clock is ahead")
                        .tag("reference", reference.name())
                        .register(meters));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class OfReadiness {

        @Bean
        HealthIndicator clockHealthIndicator(ClockWatch watch) {
            return () -> (watch.isWrong() ? Health.outOfService() : Health.up())
                    .withDetail("clock", watch.describe())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthCheckHandler.class)
    static class OfRegistry {

        @Bean
        HealthCheckHandler listedWhileRight(ClockWatch watch) {
            return new ListedWhileRight(watch);
        }
    }
}
