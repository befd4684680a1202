package podo.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.web.session.SessionType;

/** The session's last refused form. It is shown once, on its page, also when a log-in comes between. */
@Component
public class UnsentForms implements WebMvcConfigurer {

    public static final String ATTRIBUTE = "podo.unsent";
    private static final String SHOWN = "podo.unsent.shown";
    private static final String USUAL_TIMEOUT = "podo.unsent.timeout";
    /** Of a session that only keeps a form for somebody who has not logged in yet. */
    private static final int SECONDS_WITHOUT_ACCOUNT = 30 * 60;

    @Bean
    static SessionType<UnsentForm, UnsentForm> unsentFormSessionType() {
        return SessionType.of("unsent-form", UnsentForm.class);
    }

    @Bean
    static SessionType<AskedChallenge, AskedChallenge> askedChallengeSessionType() {
        return SessionType.of("asked-challenge", AskedChallenge.class);
    }

    public static void keep(HttpServletRequest request, UnsentForm form) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            session = request.getSession();
            session.setAttribute(USUAL_TIMEOUT, session.getMaxInactiveInterval());
            session.setMaxInactiveInterval(SECONDS_WITHOUT_ACCOUNT);
        }
        session.setAttribute(ATTRIBUTE, form);
    }

    /** Gives the session of somebody who has logged in the time of every other. */
    public static void endShortSession(HttpSession session) {
        if (session.getAttribute(USUAL_TIMEOUT) instanceof Integer seconds) {
            session.setMaxInactiveInterval(seconds);
            session.removeAttribute(USUAL_TIMEOUT);
        }
    }

    /** The form to show on this page; null when there is none. Another person's comes without what was typed. */
    public static @Nullable UnsentForm of(HttpServletRequest request, String path, long account) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !request.getMethod().equals("GET")
                || !(session.getAttribute(ATTRIBUTE) instanceof UnsentForm form)
                || !form.page().equals(path)) {
            return null;
        }
        request.setAttribute(SHOWN, true);
        return form.isOf(account) ? form : form.withoutFields("form.other");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                if (page != null && request.getAttribute(SHOWN) != null && !isRedirect(page)) {
                    request.getSession().removeAttribute(ATTRIBUTE);
                }
            }
        });
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith("redirect:");
    }
}
