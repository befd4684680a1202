package podo.web.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.page.Times;
import podo.web.page.Words;

/** Keeps an event's form while it is being written: a script sends it after each step, and a button without scripts. */
@Controller
@RequestMapping("/admin/forms")
class KeptFormPages {

    /** Where the form is sent to, not what it says. */
    private static final Set<String> ADDRESSES = Set.of("venue", "id", "keptForm");

    private static final Pattern FIELD = Pattern.compile("[a-zA-Z]{1,40}(\\[[0-9]{1,2}]\\.[a-zA-Z]{1,40})?");

    private final KeptFormClient keptForms;
    private final Times times;
    private final Words words;

    KeptFormPages(KeptFormClient keptForms, Times times, Words words) {
        this.keptForms = keptForms;
        this.times = times;
        this.words = words;
    }

    @PostMapping
    @FormOn({"/admin/events/{id}", "/admin/events/new?venue={venue}"})
    String keep(
            @RequestParam long venue,
            @RequestParam(required = false) @Nullable Long id,
            @RequestParam(required = false) @Nullable Long keptForm,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        KeptFormClient.Typed typed = new KeptFormClient.Typed(venue, id, fieldsOf(request));
        try {
            KeptFormClient.KeptForm kept = keep(keptForm, typed);
            model.addAttribute("keptForm", kept.id());
            model.addAttribute("keptText", words.of("kept-form.kept", times.time(kept.savedAt())));
            return ResponseKind.isHtmx(request) ? "admin/kept :: kept" : "redirect:" + pageOf(kept) + "&kept";
        } catch (ServiceRefusal refusal) {
            if (!ResponseKind.isHtmx(request) || refusal.status() == 401 || refusal.status() >= 500) {
                throw refusal;
            }
            model.addAttribute("keptForm", keptForm);
            model.addAttribute("keptText", words.of(refusal));
            return "admin/kept :: kept";
        }
    }

    /** One that another tab has finished or discarded is kept anew. */
    private KeptFormClient.KeptForm keep(@Nullable Long keptForm, KeptFormClient.Typed typed) {
        if (keptForm != null) {
            try {
                return keptForms.replace(keptForm, typed);
            } catch (ServiceRefusal refusal) {
                if (refusal.status() != 404) {
                    throw refusal;
                }
            }
        }
        return keptForms.keep(typed);
    }

    @PostMapping("/{keptForm}/discard")
    @FormOn("/admin")
    String discard(@PathVariable long keptForm) {
        keptForms.discard(keptForm);
        return "redirect:/admin?done=discarded";
    }

    static String pageOf(KeptFormClient.KeptForm keptForm) {
        return keptForm.eventId() == null
                ? "/admin/events/new?venue=" + keptForm.venueId() + "&keptForm=" + keptForm.id()
                : "/admin/events/" + keptForm.eventId() + "?keptForm=" + keptForm.id();
    }

    private static Map<String, String> fieldsOf(HttpServletRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (FIELD.matcher(name).matches() && !ADDRESSES.contains(name) && values.length > 0) {
                fields.put(name, values[0]);
            }
        });
        return fields;
    }
}
