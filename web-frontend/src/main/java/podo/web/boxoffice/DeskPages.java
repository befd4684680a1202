package podo.web.boxoffice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.RefusedForm;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;
import podo.web.seats.SeatLabels;
import podo.web.seats.SeatLabels.DeskHall;
import podo.web.seats.SeatLabels.LabelledSeat;

/** Sells seats at the desk: they are chosen on the map or in a list, then the sheet shows the sum, and takes how it was paid. */
@Controller
@RequestMapping("/admin/events/{id}/desk")
class DeskPages {

    /** The seats of a row that can be sold. */
    record FreeRow(String row, String grade, long price, List<LabelledSeat> seats) {}

    private static final int UNAVAILABLE = 503;

    private final BoxOfficeClient boxOffice;
    private final EventClient events;
    private final SeatLabels labels;
    private final Words words;

    DeskPages(BoxOfficeClient boxOffice, EventClient events, SeatLabels labels, Words words) {
        this.boxOffice = boxOffice;
        this.events = events;
        this.labels = labels;
        this.words = words;
    }

    @GetMapping
    String choose(@PathVariable long id, DeskChoice choice, Model model) {
        ListedEvent show;
        DeskHall hall;
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<ListedEvent> own = calls.start(() -> events.getOwn(id));
            hall = labels.deskHall(id, choice.placesByArea(), DeskChoice.MOST);
            show = own.result();
        }
        model.addAttribute("show", show);
        model.addAttribute("plan", hall);
        model.addAttribute("hasViews", hall.hasViews());
        model.addAttribute("hasCompanions", hall.hasCompanions());
        model.addAttribute(
                "prices",
                hall.grades().stream()
                        .map(SeatLabels.Priced::price)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("areas", hall.areas());
        model.addAttribute("chosen", choice.seqs());
        model.addAttribute("list", choice.isList());
        model.addAttribute("accessible", false);
        model.addAttribute("most", DeskChoice.MOST);
        model.addAttribute("listUrl", "/admin/events/" + id + "/desk?view=list" + choice.parameters());
        if (choice.isList()) {
            fillList(id, choice, hall, model);
        }
        return "boxoffice/desk";
    }

    private void fillList(long id, DeskChoice choice, DeskHall hall, Model model) {
        List<LabelledSeat> chosen = labels.findAll(id, choice.seatIds(id));
        String section = sectionOf(choice, hall, chosen);
        model.addAttribute("section", section);
        model.addAttribute("rows", section == null ? List.of() : rows(labels.inSection(id, section)));
        model.addAttribute(
                "elsewhere",
                chosen.stream().filter(seat -> !seat.section().equals(section)).toList());
    }

    private static @Nullable String sectionOf(DeskChoice choice, DeskHall hall, List<LabelledSeat> chosen) {
        if (hall.sections().contains(choice.section())) {
            return choice.section();
        }
        return chosen.isEmpty()
                ? hall.sections().stream().findFirst().orElse(null)
                : chosen.getFirst().section();
    }

    private static List<FreeRow> rows(List<LabelledSeat> section) {
        Map<String, List<LabelledSeat>> rows = section.stream()
                .collect(Collectors.groupingBy(
                        seat -> seat.row() + "\n" + seat.grade(), LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream()
                .map(row -> new FreeRow(
                        row.getFirst().row(),
                        row.getFirst().grade(),
                        row.getFirst().price(),
                        row))
                .toList();
    }

    /** The sheet. Whatever is changed on it is asked for again, and only the sum is taken from the answer. */
    @GetMapping("/sale")
    String sheet(
            @PathVariable long id,
            DeskChoice choice,
            SaleForm form,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            Model model) {
        SaleSheet sheet = fill(id, choice, form, fields, model);
        if (sheet.lines().isEmpty()) {
            return "redirect:/admin/events/" + id + "/desk";
        }
        return ResponseKind.isHtmx(request) ? "boxoffice/sale :: sum" : "boxoffice/sale";
    }

    /** The sheet with its new sum, for browsers without scripts; nothing that was typed stands in an address. */
    @PostMapping("/sale/sum")
    @FormOn("/admin/events/{id}/desk/sale?seat={seat}&area={area}&places={places}")
    String sum(
            @PathVariable long id,
            DeskChoice choice,
            SaleForm form,
            @RequestParam Map<String, String> fields,
            Model model) {
        fill(id, choice, form, fields, model);
        return "boxoffice/sale";
    }

    @PostMapping("/sale")
    @FormOn("/admin/events/{id}/desk/sale?seat={seat}&area={area}&places={places}")
    String sell(
            @PathVariable long id,
            DeskChoice choice,
            SaleForm form,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SaleSheet sheet = fill(id, choice, form, fields, model);
        Map<String, String> wrong = form.problems(words);
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return "boxoffice/sale";
        }
        if (form.seen() == null || form.seen() != sheet.total()) {
            response.setStatus(409);
            model.addAttribute("problem", words.of("desk.look"));
            return "boxoffice/sale";
        }
        try {
            BoxOfficeClient.Sold sold = boxOffice.sell(
                    id,
                    String.valueOf(form.attempt()),
                    new BoxOfficeClient.NewSale(
                            sheet.soldSeats(),
                            sheet.soldPlaces(),
                            String.valueOf(form.way()),
                            form.isGivenAway() ? form.reason() : null,
                            form.name(),
                            form.email(),
                            sheet.total()));
            return "redirect:/admin/orders/" + sold.orderId() + "/receipt?sold";
        } catch (ServiceRefusal refusal) {
            return refused(id, choice, form, fields, refusal, response, model);
        }
    }

    /** All that was typed stays. What nobody decided is sent again under the same name; what was refused is another sale then. */
    private String refused(
            long id,
            DeskChoice choice,
            SaleForm form,
            Map<String, String> fields,
            ServiceRefusal refusal,
            HttpServletResponse response,
            Model model) {
        if (refusal.status() >= 500) {
            response.setStatus(UNAVAILABLE);
            model.addAttribute("problem", words.of(refusal));
            return "boxoffice/sale";
        }
        RefusedForm.ofRefusal(refusal, field -> field.startsWith("seats") ? "lines" : field, words, response, model);
        fill(id, choice, form.withNewAttempt(), fields, model);
        return "boxoffice/sale";
    }

    private SaleSheet fill(long id, DeskChoice choice, SaleForm form, Map<String, String> fields, Model model) {
        ListedEvent show;
        DeskHall hall;
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<ListedEvent> own = calls.start(() -> events.getOwn(id));
            hall = labels.deskHall(id, choice.placesByArea(), DeskChoice.MOST);
            show = own.result();
        }
        List<LabelledSeat> seats = labels.findAll(id, choice.seatIds(id));
        SaleSheet sheet = SaleSheet.of(show, seats, hall, choice.placesByArea(), fields, form.isGivenAway());
        model.addAttribute("show", show);
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        model.addAttribute("seqs", choice.seqs());
        model.addAttribute("places", choice.placesByArea());
        model.addAttribute(
                "back", "/admin/events/" + id + "/desk?" + choice.parameters().replaceFirst("^&", ""));
        return sheet;
    }
}
