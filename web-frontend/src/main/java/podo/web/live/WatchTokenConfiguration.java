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

/** Issues a watch token with each page that has a stream, and with the requests that such a page makes. */
@Configuration(proxyBeanMethods = false)
class WatchTokenConfiguration implements WebMvcConfigurer {

    private final WatchTokens watchTokens;

    WatchTokenConfiguration(WatchTokens watchTokens) {
        this.watchTokens = watchTokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        Authentication who = SecurityContextHolder.getContext().getAuthentication();
                        if (who != null && who.getPrincipal() instanceof Visitor fan) {
                            watchTokens.issue(request, response, fan.id());
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
