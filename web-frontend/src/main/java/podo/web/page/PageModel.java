package podo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.LazyContextVariable;
import podo.web.form.FormPages;
import podo.web.form.UnsentForm;
import podo.web.form.UnsentForms;
import podo.web.notice.FailedLogInNotice;

/** Adds what the layout shows to the model of every page. */
@ControllerAdvice(annotations = org.springframework.stereotype.Controller.class)
public class PageModel {

    /** Request attribute with the {@link Visitor} for error pages, which read no session. */
    public static final String VISITOR = "podo.visitor";

    private final Clock clock;
    private final FormPages forms;
    private final Words words;
    private final Times times;
    private final Map<String, TemplateBean> templateBeans;

    PageModel(Clock clock, FormPages forms, Words words, Times times, Map<String, TemplateBean> templateBeans) {
        this.clock = clock;
        this.forms = forms;
        this.words = words;
        this.times = times;
        this.templateBeans = templateBeans;
    }

    @ModelAttribute
    void layout(HttpServletRequest request, @AuthenticationPrincipal @Nullable Visitor me, Model model) {
        fill(request, me != null ? me : (Visitor) request.getAttribute(VISITOR), model);
        if (me != null) {
            model.addAttribute("failedText", failedLogIns(request, me.id()));
        }
    }

    /** Also called for error pages, which no controller renders. */
    void fill(HttpServletRequest request, @Nullable Visitor me, Model model) {
        OriginalRequest original = OriginalRequest.of(request, forms);
        model.addAllAttributes(templateBeans);
        model.addAttribute("me", me);
        model.addAttribute("account", me == null ? 0L : me.id());
        model.addAttribute("path", original.path());
        model.addAttribute("here", original.pageUrl());
        model.addAttribute("now", clock.millis());
        model.addAttribute("languageUrl", urlInOtherLanguage(original.pageUrl()));
        UnsentForm unsent = ResponseKind.isHtmx(request)
                ? null
                : UnsentForms.of(request, original.path(), me == null ? 0 : me.id());
        if (unsent != null) {
            model.addAttribute("unsent", unsent);
            model.addAttribute("unsentText", words.of(unsent.reason(), me == null ? "" : me.name()));
        }
    }

    /** Read when the layout is rendered: a redirect on the way there tells nobody. */
    private LazyContextVariable<@Nullable String> failedLogIns(HttpServletRequest request, long account) {
        return new LazyContextVariable<>() {
            @Override
            protected @Nullable String loadValue() {
                FailedLogInNotice failed = FailedLogInNotice.take(request, account);
                return failed == null ? null : words.of("login.failed", failed.count(), times.full(failed.since()));
            }
        };
    }

    private static String urlInOtherLanguage(String page) {
        String other = LocaleContextHolder.getLocale().getLanguage().equals("ko") ? "en" : "ko";
        return UriComponentsBuilder.fromUriString(page)
                .replaceQueryParam("lang", other)
                .build()
                .toUriString();
    }
}
