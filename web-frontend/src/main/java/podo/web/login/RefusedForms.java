package podo.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.form.FormPages;
import podo.web.form.UnsentForm;
import podo.web.form.UnsentForms;
import podo.web.page.ResponseKind;
import podo.web.page.Visitor;

/**
 * Answers a form of a page that is out of date: its session is over, or somebody logged in or out since it was opened. Nothing is
 * done; the browser is led to the form's page, after a log-in where that is needed, which says so and repeats what was typed.
 */
@Component
class RefusedForms {

    private static final String LOG_OUT = "/logout";

    private final FormPages pages;

    RefusedForms(FormPages pages) {
        this.pages = pages;
    }

    /** Whether the form was rendered for another account than this one; a form that does not say for whom is taken as one's own. */
    static boolean isOfAnother(HttpServletRequest request, @Nullable Visitor me) {
        String owner = request.getParameter(UnsentForm.OWNER);
        return owner != null && me != null && !owner.equals(Long.toString(me.id()));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, @Nullable Visitor me) {
        String page = pages.pageOf(request);
        if (page == null) {
            page = "/";
        }
        ResponseKind.redirect(request, response, me == null ? forNobody(request, page) : forFan(request, page, me));
    }

    private static String forNobody(HttpServletRequest request, String page) {
        if (isAt(request, LOG_OUT)) {
            return "/login?out";
        }
        boolean needsNoAccount = isAt(request, "/login") || isAt(request, "/signup");
        UnsentForms.keep(
                request, UnsentForm.of(request, page, owner(request), needsNoAccount ? "form.stale" : "form.over"));
        return needsNoAccount ? page : "/login?unsent&to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    private static String forFan(HttpServletRequest request, String page, Visitor me) {
        if (isAt(request, LOG_OUT)) {
            return say("form.log-out", "/", request, me);
        }
        if (isAt(request, "/login") || isAt(request, "/signup")) {
            return say("form.logged-in", ResponseKind.localPath(request.getParameter("to")), request, me);
        }
        if (isOfAnother(request, me)) {
            // a booking of another account is no page for this one
            boolean foreign = !page.startsWith("/events/") && !page.startsWith("/admin");
            return say("form.other", foreign ? "/tickets" : page, request, me);
        }
        UnsentForms.keep(request, UnsentForm.of(request, page, me.id(), "form.stale"));
        return page;
    }

    private static String say(String reason, String page, HttpServletRequest request, Visitor me) {
        UnsentForms.keep(request, UnsentForm.of(request, page, me.id(), reason).withoutFields(reason));
        return page;
    }

    private static boolean isAt(HttpServletRequest request, String path) {
        return request.getRequestURI().equals(path);
    }

    private static long owner(HttpServletRequest request) {
        String owner = request.getParameter(UnsentForm.OWNER);
        return owner != null && owner.matches("\\d{1,18}") ? Long.parseLong(owner) : 0;
    }
}
