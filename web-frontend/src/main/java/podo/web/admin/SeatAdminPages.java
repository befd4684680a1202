package podo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import podo.web.calls.EventClient;
import podo.web.calls.SeatClient;
import podo.web.calls.ServiceRefusal;
import podo.web.page.Words;
import podo.web.seats.SeatLabels;

/** One seat's life, and keeping seats or rows off the market. */
@Controller("organisersSeatPages")
@RequestMapping("/admin/events/{id}/seats")
class SeatAdminPages {

    /** What was asked for, as it was typed; without a number the whole row is meant. */
    record Place(
            @Nullable String section,
            @Nullable String row,
            @Nullable String number) {

        boolean isNamed() {
            return row != null && !row.isBlank();
        }
    }

    private final SeatLabels directory;
    private final SeatClient seats;
    private final EventClient shows;
    private final Words words;

    SeatAdminPages(SeatLabels directory, SeatClient seats, EventClient shows, Words words) {
        this.directory = directory;
        this.seats = seats;
        this.shows = shows;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            Place place,
            @RequestParam(required = false) @Nullable Integer changed,
            HttpServletResponse response,
            Model model) {
        List<Long> found = List.of();
        if (place.isNamed()) {
            Map<String, String> unclear =
                    new FormProblems(words).number("number", place.number()).found();
            found = unclear.isEmpty() ? find(id, place) : List.of();
            if (found.isEmpty()) {
                RefusedForm.atFields(
                        unclear.isEmpty() ? Map.of("row", words.of("admin.seat.none")) : unclear, response, model);
            }
        }
        model.addAttribute("done", changed == null ? null : words.of("admin.seat.changed", changed));
        return page(id, place, found, model);
    }

    @PostMapping
    String keep(
            @PathVariable long id,
            Place place,
            @RequestParam boolean blocked,
            HttpServletResponse response,
            Model model) {
        List<Long> found = find(id, place);
        try {
            int changed = found.isEmpty()
                    ? 0
                    : seats.block(id, new SeatClient.Blocks(found, blocked))
                            .seatIds()
                            .size();
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/admin/events/{id}/seats")
                            .queryParam("section", "{section}")
                            .queryParam("row", "{row}")
                            .queryParam("number", "{number}")
                            .queryParam("changed", changed)
                            .encode()
                            .buildAndExpand(id, text(place.section()), text(place.row()), text(place.number()))
                            .toUriString();
        } catch (ServiceRefusal refusal) {
            RefusedForm.by(refusal, field -> "row", words, response, model);
            return page(id, place, found, model);
        }
    }

    private List<Long> find(long id, Place place) {
        return directory.find(id, text(place.section()), text(place.row()), NumberParser.of(place.number()));
    }

    private String page(long id, Place place, List<Long> found, Model model) {
        model.addAttribute("show", shows.one(id));
        model.addAttribute("sections", directory.sections(id));
        model.addAttribute("place", place);
        model.addAttribute("found", found);
        model.addAttribute("life", found.size() == 1 ? seats.life(id, found.getFirst()) : null);
        return "admin/seats";
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
