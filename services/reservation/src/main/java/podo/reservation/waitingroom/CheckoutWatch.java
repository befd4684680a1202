package podo.reservation.waitingroom;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.door.pulse.CallWatch;

/** Takes the time of every checkout. */
@Configuration
class CheckoutWatch implements WebMvcConfigurer {

    private final Signals signals;

    CheckoutWatch(Signals signals) {
        this.signals = signals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallWatch(signals.checkouts())).addPathPatterns("/api/reservations");
    }
}
