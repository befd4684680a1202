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
import podo.contracts.inventory.SeatState;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.SeatClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Words;
import podo.web.seats.SeatLabels;

/** The history of one seat, and blocking seats or rows from sale. */
@Controller
@RequestMapping("/admin/events/{id}/seats")
class SeatAdminPages {

    /** The search form as typed; without a number it means the whole row. */
    record SeatSearch(
            @Nullable String section,
            @Nullable String row,
            @Nullable String number) {

        boolean isFilled() {
            return row != null && !row.isBlank();
        }

        /** Whether the form was sent; without it the page was only opened. */
        boolean isSent() {
            return row != null;
        }
    }

    private final SeatLabels labels;
    private final SeatClient seats;
    private final EventClient events;
    private final Words words;

    SeatAdminPages(SeatLabels labels, SeatClient seats, EventClient events, Words words) {
        this.labels = labels;
        this.seats = seats;
        this.events = events;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            SeatSearch search,
            @RequestParam(required = false) @Nullable Integer changed,
            HttpServletResponse response,
            Model model) {
        ListedEvent own = events.getOwn(id);
        List<Long> found = List.of();
        if (search.isFilled()) {
            Map<String, String> wrong = new FormProblems(words)
                    .checkNumber("number", search.number())
                    .found();
            found = wrong.isEmpty() ? find(id, search) : List.of();
            if (found.isEmpty()) {
                RefusedForm.ofFields(
                        wrong.isEmpty() ? Map.of("row", words.of("admin.seat.none")) : wrong, response, model);
            }
        } else if (search.isSent()) {
            RefusedForm.ofFields(Map.of("row", words.of("admin.wrong.missing")), response, model);
        }
        model.addAttribute("changed", changed);
        return fill(own, search, found, model);
    }

    @PostMapping
    @FormOn("/admin/events/{id}/seats?section={section}&row={row}&number={number}")
    String block(
            @PathVariable long id,
            SeatSearch search,
            @RequestParam boolean blocked,
            HttpServletResponse response,
            Model model) {
        ListedEvent own = events.getOwn(id);
        Map<String, String> wrong = new FormProblems(words)
                .require("row", search.row())
                .checkNumber("number", search.number())
                .found();
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return fill(own, search, List.of(), model);
        }
        List<Long> found = find(id, search);
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
                            .buildAndExpand(id, text(search.section()), text(search.row()), text(search.number()))
                            .toUriString();
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> "row", words, response, model);
            return fill(own, search, found, model);
        }
    }

    private List<Long> find(long id, SeatSearch search) {
        return labels.find(id, text(search.section()), text(search.row()), NumberParser.of(search.number()));
    }

    private String fill(ListedEvent own, SeatSearch search, List<Long> found, Model model) {
        long id = own.id();
        model.addAttribute("show", own);
        model.addAttribute("sections", labels.sections(id));
        model.addAttribute("areas", labels.areas(id));
        model.addAttribute("search", search);
        List<SeatLabels.LabelledSeat> places = found.isEmpty() ? List.of() : labels.findAll(id, found);
        model.addAttribute("found", found);
        model.addAttribute("places", places);
        model.addAttribute("canBlock", places.stream().anyMatch(seat -> seat.state() == SeatState.AVAILABLE));
        model.addAttribute("canUnblock", places.stream().anyMatch(seat -> seat.state() == SeatState.BLOCKED));
        model.addAttribute("history", found.size() == 1 ? seats.history(id, found.getFirst()) : null);
        return "admin/seats";
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
