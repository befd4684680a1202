package podo.inventory.hold;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.NoPass;

/** Before a hold is even read: is there a pass of this fan for this event, with a slot (403), and not too many tries (429)? */
@Configuration
class HoldAccessFilter implements HandlerInterceptor, WebMvcConfigurer {

    /** The request attribute with the {@link EntryPass}. */
    static final String PASS = "podo.pass";

    private final EntryPasses passes;
    private final HoldRateLimiter pace;
    private final ActivityReporter signs;
    private final RefusedPassReporter refused;
    private final RevokedPasses lost;

    HoldAccessFilter(
            EntryPasses passes,
            HoldRateLimiter pace,
            ActivityReporter signs,
            RefusedPassReporter refused,
            RevokedPasses lost) {
        this.passes = passes;
        this.pace = pace;
        this.signs = signs;
        this.refused = refused;
        this.lost = lost;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/events/*/holds").order(-10);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        long fanId = fan();
        EntryPass pass = pass(request, fanId, event(request));
        request.setAttribute(PASS, pass);
        pace.count(fanId);
        return true;
    }

    private EntryPass pass(HttpServletRequest request, long fanId, long eventId) {
        try {
            EntryPass pass = passes.read(request.getHeader(EntryPass.HEADER)).of(fanId, eventId);
            signs.seen(pass); // also who has no slot any more may get it back by this
            lost.check(pass);
            return pass;
        } catch (NoPass e) {
            refused.note(eventId, fanId, e.reason());
            throw e;
        }
    }

    private static long fan() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new NoPass();
        }
        return Long.parseLong(caller.getName());
    }

    private static long event(HttpServletRequest request) {
        try {
            var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            return Long.parseLong(String.valueOf(variables.get("eventId")));
        } catch (NumberFormatException e) {
            throw new NoPass();
        }
    }
}
