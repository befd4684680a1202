package podo.web.presale;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.RefusedForm;
import podo.web.catalogue.CachedCatalogue;
import podo.web.catalogue.FanPresaleClient;
import podo.web.catalogue.FanPresales;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/** Where a fan enters the code of a presale, and reads what it opens and when. A link with {@code ?code=} fills the form. */
@Controller
@RequestMapping("/events/{id}/presale")
class PresalePages {

    private final FanPresaleClient client;
    private final FanPresales presales;
    private final CachedCatalogue catalogue;
    private final Words words;

    PresalePages(FanPresaleClient client, FanPresales presales, CachedCatalogue catalogue, Words words) {
        this.client = client;
        this.presales = presales;
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String code, Model model) {
        return render(id, code, model);
    }

    @PostMapping
    String enter(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        try {
            client.enter(id, new FanPresaleClient.EnteredCode(code));
            return "redirect:/events/" + id + "/presale";
        } catch (ServiceRefusal refusal) {
            if (refusal.fields().get("code") instanceof String reason) {
                RefusedForm.ofFields(Map.of("code", reason), response, model);
            } else {
                RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            }
            return render(id, code, model);
        }
    }

    private String render(long id, @Nullable String code, Model model) {
        ListedEvent show = catalogue.get(id);
        model.addAttribute("show", show);
        model.addAttribute("own", presales.ofFan(show));
        model.addAttribute("announced", presales.of(show));
        model.addAttribute("code", code);
        return "presale/presale";
    }
}
