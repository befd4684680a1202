package podo.inventory.hold.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.inventory.hold.line.ActivityReporter;
import podo.inventory.hold.line.OpenPresales;
import podo.inventory.hold.line.RefusedPassReporter;
import podo.inventory.hold.line.RevokedPasses;
import podo.starter.bots.BotGuard;
import podo.starter.bots.ChallengeRequired;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.NoPass;

/** Checks before the body of a hold request is read: a valid entry pass of this fan for this event (403), then the pace and the rate (429). */
@Configuration
class HoldAccessInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    /** The request attribute with the {@link EntryPass}. */
    static final String PASS = "podo.pass";

    private final EntryPasses passes;
    private final BotGuard bots;
    private final HoldRateLimiter rateLimiter;
    private final ActivityReporter activity;
    private final RefusedPassReporter refusedPasses;
    private final RevokedPasses revokedPasses;
    private final OpenPresales presales;

    HoldAccessInterceptor(
            EntryPasses passes,
            BotGuard bots,
            HoldRateLimiter rateLimiter,
            ActivityReporter activity,
            RefusedPassReporter refusedPasses,
            RevokedPasses revokedPasses,
            OpenPresales presales) {
        this.passes = passes;
        this.bots = bots;
        this.rateLimiter = rateLimiter;
        this.activity = activity;
        this.refusedPasses = refusedPasses;
        this.revokedPasses = revokedPasses;
        this.presales = presales;
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
        long fanId = fanId();
        EntryPass pass = checkPass(request, fanId, eventId(request));
        request.setAttribute(PASS, pass);
        checkPace(request, pass);
        rateLimiter.count(fanId);
        return true;
    }

    private void checkPace(HttpServletRequest request, EntryPass pass) {
        try {
            bots.check(pass.fanId(), request);
        } catch (ChallengeRequired e) {
            refusedPasses.report(pass.eventId(), pass.fanId(), ChallengeRequired.REASON);
            throw e;
        }
    }

    private EntryPass checkPass(HttpServletRequest request, long fanId, long eventId) {
        try {
            EntryPass pass = passes.read(request.getHeader(EntryPass.HEADER)).of(fanId, eventId);
            activity.reportSeen(pass); // before the check: a pass without a slot may get it back by this
            revokedPasses.check(pass);
            presales.check(pass);
            return pass;
        } catch (NoPass e) {
            refusedPasses.report(eventId, fanId, e.reason());
            throw e;
        }
    }

    private static long fanId() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new NoPass();
        }
        return Long.parseLong(caller.getName());
    }

    private static long eventId(HttpServletRequest request) {
        try {
            return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                    ? Long.parseLong(String.valueOf(variables.get("eventId")))
                    : 0;
        } catch (NumberFormatException e) {
            throw new NoPass();
        }
    }
}
