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

/** What the layout shows on every page. */
@ControllerAdvice(annotations = org.springframework.stereotype.Controller.class)
public class PageModel {

    /** The attribute that says who asked where no session is read: on error pages. */
    public static final String VISITOR = "podo.visitor";

    private final Clock clock;
    private final Map<String, ForTemplates> tools;

    PageModel(Clock clock, Map<String, ForTemplates> tools) {
        this.clock = clock;
        this.tools = tools;
    }

    @ModelAttribute
    void layout(HttpServletRequest request, @AuthenticationPrincipal @Nullable Visitor me, Model model) {
        fill(request, me != null ? me : (Visitor) request.getAttribute(VISITOR), model);
    }

    /** Also for pages that no controller answers, such as errors. */
    void fill(HttpServletRequest request, @Nullable Visitor me, Model model) {
        OriginalRequest asked = OriginalRequest.by(request);
        model.addAllAttributes(tools);
        model.addAttribute("me", me);
        model.addAttribute("path", asked.path());
        model.addAttribute("now", clock.millis());
        model.addAttribute("languageUrl", otherLanguage(asked));
    }

    private static String otherLanguage(OriginalRequest asked) {
        String other = LocaleContextHolder.getLocale().getLanguage().equals("ko") ? "en" : "ko";
        var url = UriComponentsBuilder.fromPath(asked.path());
        if (asked.canBeRepeated()) {
            url.query(asked.query());
        }
        return url.replaceQueryParam("lang", other).build().toUriString();
    }
}
