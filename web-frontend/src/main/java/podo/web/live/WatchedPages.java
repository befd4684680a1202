package podo.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.web.page.Visitor;

/** Pages with a stream, and what they ask when it fails: whoever gets one leaves with a wristband. */
@Configuration(proxyBeanMethods = false)
class WatchedPages implements WebMvcConfigurer {

    private final WatchTokens wristbands;

    WatchedPages(WatchTokens wristbands) {
        this.wristbands = wristbands;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        Authentication who = SecurityContextHolder.getContext().getAuthentication();
                        if (who != null && who.getPrincipal() instanceof Visitor fan) {
                            wristbands.give(request, response, fan.id());
                        }
                        return true;
                    }
                })
                .addPathPatterns(
                        "/events/*/queue",
                        "/events/*/queue/me",
                        "/events/*/queue/stream",
                        "/events/*/seats",
                        "/events/*/seats/stream");
    }
}
