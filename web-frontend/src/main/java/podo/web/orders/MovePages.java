package podo.web.orders;

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
import podo.web.admin.RefusedForm;
import podo.web.client.BookingClient.Seat;
import podo.web.client.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;
import podo.web.seats.SeatLabels;
import podo.web.seats.SeatLabels.LabelledSeat;

/** Moves an order to other seats, chosen from a list of one section at a time; the price difference is shown before. */
@Controller
@RequestMapping("/admin/orders/{orderId}/move")
class MovePages {

    /**
     * The form as sent.
     *
     * @param seen the price difference that the page showed
     */
    record MoveForm(
            @Nullable List<@Nullable Long> from,
            @Nullable List<@Nullable Long> to,
            @Nullable String section,
            @Nullable Boolean block,
            @Nullable Long seen) {

        MoveForm {
            block = Boolean.TRUE.equals(block);
        }

        public List<Long> given() {
            return OrderPages.numbers(from);
        }

        public List<Long> wanted() {
            return OrderPages.numbers(to);
        }

        public boolean isComplete() {
            return !given().isEmpty() && given().size() == wanted().size();
        }
    }

    /** The seats of a section's row that can be given. */
    record FreeRow(String row, String grade, long price, List<LabelledSeat> seats) {}

    private final OrganiserOrderClient orders;
    private final SeatLabels seats;
    private final Words words;

    MovePages(OrganiserOrderClient orders, SeatLabels seats, Words words) {
        this.orders = orders;
        this.seats = seats;
        this.words = words;
    }

    @GetMapping
    String choose(@PathVariable String orderId, MoveForm form, HttpServletRequest request, Model model) {
        fill(orderId, form, model);
        return ResponseKind.isHtmx(request) ? "orders/move :: choice" : "orders/move";
    }

    @PostMapping
    String move(@PathVariable String orderId, MoveForm form, HttpServletResponse response, Model model) {
        if (!form.isComplete()) {
            String field = form.given().isEmpty() ? "from" : "to";
            RefusedForm.ofFields(
                    Map.of(
                            field,
                            words.of(
                                    "order.move.count",
                                    form.given().size(),
                                    form.wanted().size())),
                    response,
                    model);
            fill(orderId, form, model);
            return "orders/move";
        }
        OrganiserOrderClient.Order order = orders.get(orderId);
        Long difference = difference(order, form);
        if (difference != null && !difference.equals(form.seen())) {
            response.setStatus(409);
            model.addAttribute("problem", words.of("order.move.look"));
            fill(orderId, form, model);
            return "orders/move";
        }
        try {
            orders.move(
                    orderId,
                    new OrganiserOrderClient.MoveRequest(
                            form.given(), form.wanted(), Boolean.TRUE.equals(form.block())));
            return OrderPages.done(orderId, "move");
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            fill(orderId, form, model);
            return "orders/move";
        }
    }

    private void fill(String orderId, MoveForm form, Model model) {
        OrganiserOrderClient.Order order = orders.get(orderId);
        long eventId = order.event().id();
        List<String> sections = seats.sections(eventId);
        String section = sections.contains(form.section()) ? form.section() : firstSection(order, sections);
        List<LabelledSeat> chosen = seats.findAll(eventId, form.wanted()).stream()
                .filter(LabelledSeat::canBeGiven)
                .toList();
        model.addAttribute("order", order);
        model.addAttribute("form", form);
        model.addAttribute("sections", sections);
        model.addAttribute("section", section);
        model.addAttribute("rows", rows(section == null ? List.of() : seats.inSection(eventId, section)));
        model.addAttribute(
                "elsewhere",
                chosen.stream().filter(seat -> !seat.section().equals(section)).toList());
        model.addAttribute("difference", chosen.size() == form.wanted().size() ? difference(order, form) : null);
    }

    private static @Nullable String firstSection(OrganiserOrderClient.Order order, List<String> sections) {
        return order.keptSeats().stream()
                .map(Seat::section)
                .filter(sections::contains)
                .findFirst()
                .orElse(sections.isEmpty() ? null : sections.getFirst());
    }

    private static List<FreeRow> rows(List<LabelledSeat> section) {
        Map<String, List<LabelledSeat>> rows = section.stream()
                .collect(Collectors.groupingBy(
                        seat -> seat.row() + "\n" + seat.grade(), LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream()
                .filter(row -> row.stream().anyMatch(LabelledSeat::canBeGiven))
                .map(row -> new FreeRow(
                        row.getFirst().row(),
                        row.getFirst().grade(),
                        row.getFirst().price(),
                        row))
                .toList();
    }

    /** Today's usual price of the new seats, less that of the old when they were bought; null while the choice is not complete, or moved already. */
    private @Nullable Long difference(OrganiserOrderClient.Order order, MoveForm form) {
        List<Seat> given = order.keptSeats().stream()
                .filter(seat -> form.given().contains(seat.id()))
                .toList();
        if (!form.isComplete() || given.size() < form.given().size()) {
            return null;
        }
        return seats.findAll(order.event().id(), form.wanted()).stream()
                        .mapToLong(LabelledSeat::price)
                        .sum()
                - given.stream().mapToLong(Seat::fullPrice).sum();
    }
}
