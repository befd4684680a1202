package podo.web.orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import podo.starter.text.WrittenText;
import podo.web.admin.RefusedForm;
import podo.web.client.BookingClient.Refund;
import podo.web.client.BookingClient.Seat;
import podo.web.client.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** An organiser's refund of an order or of some of its seats: the amount is shown before it is paid back. */
@Controller
@RequestMapping("/admin/orders/{orderId}/refund")
class RefundPages {

    /**
     * The form as sent.
     *
     * @param seen the refund that the page showed
     */
    record RefundForm(
            @Nullable List<@Nullable Long> seat,
            @Nullable Boolean waive,
            @Nullable String reason,
            @Nullable Long seen,
            @Nullable String attempt) {

        RefundForm {
            waive = Boolean.TRUE.equals(waive);
            reason = reason == null ? "" : WrittenText.normalise(reason);
            attempt = attempt == null || attempt.isBlank() ? UUID.randomUUID().toString() : attempt;
        }

        public List<Long> seats() {
            return OrderPages.numbers(seat);
        }
    }

    private static final int LONGEST_REASON = 200;

    private final OrganiserOrderClient orders;
    private final Words words;

    RefundPages(OrganiserOrderClient orders, Words words) {
        this.orders = orders;
        this.words = words;
    }

    @GetMapping
    String choose(@PathVariable String orderId, RefundForm form, HttpServletRequest request, Model model) {
        fill(orderId, form, model);
        return ResponseKind.isHtmx(request) ? "orders/refund :: back" : "orders/refund";
    }

    @PostMapping
    String refund(@PathVariable String orderId, RefundForm form, HttpServletResponse response, Model model) {
        Map<String, String> wrong = problems(form);
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            fill(orderId, form, model);
            return "orders/refund";
        }
        try {
            if (hasChanged(orderId, form)) {
                response.setStatus(409);
                model.addAttribute("problem", words.of("order.refund.look"));
                fill(orderId, form, model);
                return "orders/refund";
            }
            orders.refund(
                    orderId,
                    String.valueOf(form.attempt()),
                    new OrganiserOrderClient.RefundRequest(form.seats(), isFree(form), String.valueOf(form.reason())));
            return OrderPages.done(orderId, "refund");
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field.equals("seatIds") ? "seat" : field, words, response, model);
            fill(orderId, form, model);
            return "orders/refund";
        }
    }

    private Map<String, String> problems(RefundForm form) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (form.seats().isEmpty()) {
            wrong.put("seat", words.of("order.wrong.seats"));
        }
        String reason = String.valueOf(form.reason());
        if (reason.isEmpty()) {
            wrong.put("reason", words.of("admin.wrong.missing"));
        } else if (reason.length() > LONGEST_REASON) {
            wrong.put("reason", words.of("order.wrong.long", LONGEST_REASON));
        }
        return wrong;
    }

    /** False when all these seats are given back already, so that a second press is accepted as a repetition. */
    private boolean hasChanged(String orderId, RefundForm form) {
        boolean anyKept = orders.get(orderId).keptSeats().stream().map(Seat::id).anyMatch(form.seats()::contains);
        return anyKept
                && (form.seen() == null
                        || orders.refund(orderId, form.seats(), isFree(form)).refund() != form.seen());
    }

    private void fill(String orderId, RefundForm form, Model model) {
        model.addAttribute("order", orders.get(orderId));
        model.addAttribute("form", form);
        model.addAttribute("back", form.seats().isEmpty() ? null : preview(orderId, form, model));
    }

    private @Nullable Refund preview(String orderId, RefundForm form, Model model) {
        try {
            return orders.refund(orderId, form.seats(), isFree(form));
        } catch (ServiceRefusal refusal) {
            model.addAttribute("problem", words.of(refusal));
            return null;
        }
    }

    private static boolean isFree(RefundForm form) {
        return Boolean.TRUE.equals(form.waive());
    }
}
