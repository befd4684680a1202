package podo.web.door;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.ServiceRefusal;
import podo.web.door.CheckInClient.Checked;
import podo.web.page.Words;

/** The events that somebody may check, and one event's gate. Without scripts a gate takes typed codes. */
@Controller
@RequestMapping("/door")
class DoorPages {

    /** Results of checks, and what a gate says besides: UNDONE, NO_LIST and NO_CRYPTO are the script's own. */
    private static final List<Tone> RESULTS = List.of(
            new Tone("VALID", "ok"),
            new Tone("ALREADY_USED", "bad"),
            new Tone("WRONG_EVENT", "bad"),
            new Tone("REFUNDED", "bad"),
            new Tone("REISSUED", "bad"),
            new Tone("FORGED", "bad"),
            new Tone("NOT_YET", "warn"),
            new Tone("UNDONE", "info"),
            new Tone("NO_LIST", "warn"),
            new Tone("NO_CRYPTO", "warn"));

    /** @param tone CSS class */
    record Tone(String result, String tone) {}

    private final CheckInClient checkIns;
    private final Words words;

    DoorPages(CheckInClient checkIns, Words words) {
        this.checkIns = checkIns;
        this.words = words;
    }

    @GetMapping
    String choose(Model model) {
        model.addAttribute("shows", checkIns.events());
        return "door/events";
    }

    @GetMapping("/{eventId}")
    String show(@PathVariable long eventId, Model model) {
        return fill(eventId, "", model);
    }

    /** The form of a gate without scripts. */
    @PostMapping("/{eventId}")
    String check(
            @PathVariable long eventId,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String gate,
            HttpServletResponse response,
            Model model) {
        String name = gate.isBlank() ? words.of("door.gate.first") : gate;
        if (code.isBlank()) {
            response.setStatus(422);
            model.addAttribute("problem", words.of("door.code.none"));
            return fill(eventId, name, model);
        }
        try {
            Checked checked = checkIns.check(new CheckInClient.NewScan(code, name, eventId));
            model.addAttribute("checked", checked);
            model.addAttribute("tone", toneOf(checked.result()));
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401
                    || refusal.status() == 403
                    || refusal.status() == 404
                    || refusal.status() >= 500) {
                throw refusal;
            }
            response.setStatus(422);
            model.addAttribute("problem", words.of("door.code.long"));
        }
        return fill(eventId, name, model);
    }

    private String fill(long eventId, @Nullable String gate, Model model) {
        model.addAttribute("summary", checkIns.summary(eventId));
        model.addAttribute("gate", gate);
        model.addAttribute("results", RESULTS);
        return "door/gate";
    }

    private static String toneOf(String result) {
        return RESULTS.stream()
                .filter(known -> known.result().equals(result))
                .map(Tone::tone)
                .findAny()
                .orElse("warn");
    }
}
