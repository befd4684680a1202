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

/** Adds what the layout shows to the model of every page. */
@ControllerAdvice(annotations = org.springframework.stereotype.Controller.class)
public class PageModel {

    /** Request attribute with the {@link Visitor} for error pages, which read no session. */
    public static final String VISITOR = "podo.visitor";

    private final Clock clock;
    private final Map<String, TemplateBean> templateBeans;

    PageModel(Clock clock, Map<String, TemplateBean> templateBeans) {
        this.clock = clock;
        this.templateBeans = templateBeans;
    }

    @ModelAttribute
    void layout(HttpServletRequest request, @AuthenticationPrincipal @Nullable Visitor me, Model model) {
        fill(request, me != null ? me : (Visitor) request.getAttribute(VISITOR), model);
    }

    /** Also called for error pages, which no controller renders. */
    void fill(HttpServletRequest request, @Nullable Visitor me, Model model) {
        OriginalRequest original = OriginalRequest.of(request);
        model.addAllAttributes(templateBeans);
        model.addAttribute("me", me);
        model.addAttribute("path", original.path());
        model.addAttribute("now", clock.millis());
        model.addAttribute("languageUrl", urlInOtherLanguage(original));
    }

    private static String urlInOtherLanguage(OriginalRequest original) {
        String other = LocaleContextHolder.getLocale().getLanguage().equals("ko") ? "en" : "ko";
        var url = UriComponentsBuilder.fromPath(original.path());
        String query = original.query();
        if (original.isRepeatable() && query != null) {
            url.query(query);
        }
        return url.replaceQueryParam("lang", other).build().toUriString();
    }
}
