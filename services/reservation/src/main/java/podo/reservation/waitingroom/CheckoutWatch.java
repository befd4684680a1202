package podo.reservation.waitingroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes the time of every checkout, the neighbours that it asks included. */
@Configuration
class CheckoutWatch implements HandlerInterceptor, WebMvcConfigurer {

    private static final String BEGAN = "podo.checkout.began";

    private final Signals signals;

    CheckoutWatch(Signals signals) {
        this.signals = signals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/reservations");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGAN, System.nanoTime());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getMethod().equals("POST") && request.getAttribute(BEGAN) instanceof Long began) {
            signals.checkout(Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
