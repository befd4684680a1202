package podo.web.codes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.RefusedForm;
import podo.web.client.EventClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.PageSettings;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The codes of an organiser's event: with their uses, to add and to switch off. */
@Controller
@RequestMapping("/admin/events/{id}/codes")
class CodePages {

    private final CodeClient codes;
    private final EventClient events;
    private final PageSettings settings;
    private final Words words;

    CodePages(CodeClient codes, EventClient events, PageSettings settings, Words words) {
        this.codes = codes;
        this.events = events;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable Long added, Model model) {
        model.addAttribute("added", added);
        return render(id, CodeForm.EMPTY, model);
    }

    @PostMapping
    String add(
            @PathVariable long id, @ModelAttribute("form") CodeForm form, HttpServletResponse response, Model model) {
        try {
            CodeClient.Code added = codes.add(id, form.toCode(settings.zone()));
            return "redirect:/admin/events/" + id + "/codes?added=" + added.id();
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            Map<String, String> wrong = new LinkedHashMap<>(form.unreadable(words));
            refusal.fields().forEach(wrong::putIfAbsent);
            model.addAttribute("wrong", wrong);
            return render(id, form, model);
        }
    }

    @PostMapping("/{codeId}")
    @FormOn("/admin/events/{id}/codes")
    String switchTo(
            @PathVariable long id,
            @PathVariable long codeId,
            @RequestParam boolean active,
            HttpServletResponse response,
            Model model) {
        try {
            codes.switchTo(id, codeId, new CodeClient.Switch(active));
            return "redirect:/admin/events/" + id + "/codes";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            if (refusal.fields().get("active") instanceof String reason) {
                model.addAttribute("wrong", Map.of()); // a button is no field to lead to
                model.addAttribute("problem", reason);
            }
            return render(id, CodeForm.EMPTY, model);
        }
    }

    private String render(long id, CodeForm form, Model model) {
        try (var calls = SideBySide.open()) {
            var show = calls.start(() -> events.getOwn(id));
            var found = calls.start(() -> codes.list(id));
            model.addAttribute("show", show.result());
            model.addAttribute("codes", found.result());
        }
        model.addAttribute("form", form);
        return "codes/codes";
    }
}
