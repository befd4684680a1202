package podo.reservation.waitingroom.throttle;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.starter.health.CallTimer;

/** Measures the duration of every checkout. */
@Configuration
class CheckoutTimerConfiguration implements WebMvcConfigurer {

    private final LocalHealth health;

    CheckoutTimerConfiguration(LocalHealth health) {
        this.health = health;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallTimer(health.checkouts())).addPathPatterns("/api/reservations");
    }
}
