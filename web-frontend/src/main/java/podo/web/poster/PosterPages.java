package podo.web.poster;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.starter.team.Right;
import podo.web.admin.RefusedForm;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;
import podo.web.series.DateOutcome;
import podo.web.series.OrganiserChanges;
import podo.web.team.TeamMenu;
import podo.web.upload.FileFormFilter;

/** An organiser's page for the poster of an event: upload, see it as fans do, take it down. */
@Controller
@RequestMapping("/admin/events/{id}/poster")
class PosterPages {

    private static final String FIELD = "picture";
    private static final int MEGABYTES = FileFormFilter.MOST_BYTES >> 20;
    private static final Set<String> DONE_KEYS = Set.of("hung", "removed");

    private final EventClient events;
    private final CachedCatalogue catalogue;
    private final OrganiserChanges changes;
    private final TeamMenu menu;
    private final Words words;

    PosterPages(EventClient events, CachedCatalogue catalogue, OrganiserChanges changes, TeamMenu menu, Words words) {
        this.events = events;
        this.catalogue = catalogue;
        this.changes = changes;
        this.menu = menu;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        menu.require(Right.EDIT);
        FileFormFilter.Refusal refusal = FileFormFilter.refusalOf(request);
        if (refusal != null) {
            refuse(refusal, response, model);
        }
        model.addAttribute("done", done != null && DONE_KEYS.contains(done) ? words.of("poster.done." + done) : null);
        return page(id, model);
    }

    @PostMapping
    String hang(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String everywhere,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        menu.require(Right.EDIT);
        byte[] picture = FileFormFilter.fileOf(request);
        if (picture == null || picture.length == 0) {
            RefusedForm.ofFields(Map.of(FIELD, words.of("poster.wrong.none")), response, model);
            return page(id, model);
        }
        try {
            events.hangPoster(id, version, picture);
        } catch (ServiceRefusal refusal) {
            return refused(refusal, id, response, model);
        }
        List<DateOutcome> others = everywhere == null ? List.of() : changes.hangPoster(events.getOwn(id), picture);
        catalogue.clear();
        if (others.stream().allMatch(DateOutcome::done)) {
            return "redirect:/admin/events/" + id + "/poster?done=hung";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("outcomes", others);
        return page(id, model);
    }

    @PostMapping("/remove")
    @FormOn("/admin/events/{id}/poster")
    String remove(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletResponse response,
            Model model) {
        try {
            events.takeDownPoster(id, version);
        } catch (ServiceRefusal refusal) {
            return refused(refusal, id, response, model);
        }
        catalogue.clear();
        return "redirect:/admin/events/" + id + "/poster?done=removed";
    }

    private void refuse(FileFormFilter.Refusal refusal, HttpServletResponse response, Model model) {
        String key = switch (refusal) {
            case TOO_LARGE -> "poster.wrong.large";
            case UNREADABLE -> "poster.wrong.form";
            case BUSY -> "poster.wrong.busy";
        };
        HttpStatus status = switch (refusal) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        response.setStatus(status.value());
        model.addAttribute("wrong", Map.of(FIELD, words.of(key, MEGABYTES)));
    }

    /** Somebody else's change is told with the poster that hangs now, and the form has the new version. */
    private String refused(ServiceRefusal refusal, long id, HttpServletResponse response, Model model) {
        if (refusal.is("picture-too-large")) {
            refuse(FileFormFilter.Refusal.TOO_LARGE, response, model);
        } else {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
        }
        return page(id, model);
    }

    private String page(long id, Model model) {
        ListedEvent event = events.getOwn(id);
        model.addAttribute("show", event);
        model.addAttribute("megabytes", MEGABYTES);
        return "admin/poster";
    }
}
