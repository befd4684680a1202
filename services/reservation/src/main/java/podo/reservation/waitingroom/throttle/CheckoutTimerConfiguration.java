package podo.reservation.waitingroom.throttle;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.starter.health.CallTimer;

/** Takes the time of every checkout. */
@Configuration
class CheckoutTimerConfiguration implements WebMvcConfigurer {

    private final LocalHealth signals;

    CheckoutTimerConfiguration(LocalHealth signals) {
        this.signals = signals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallTimer(signals.checkouts())).addPathPatterns("/api/reservations");
    }
}
