package podo.web.orders;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.contracts.reservation.BookingStatus;
import podo.starter.text.WrittenText;
import podo.web.admin.RefusedForm;
import podo.web.client.EventClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.orders.mail.SentMails;
import podo.web.page.Won;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;

/** The orders of an organiser's events: the search, and one order with all that happened to it. */
@Controller
@RequestMapping("/admin/orders")
class OrderPages {

    private static final int ORDERS_PER_PAGE = 25;
    private static final int MOST_EVENTS = 100;
    private static final int LONGEST_NOTE = 1_000;
    private static final Set<String> DONE_KEYS =
            Set.of("resend", "refund", "move", "note", "mail", "names", "handed-back");

    private final OrganiserOrderClient orders;
    private final EventClient events;
    private final Happenings happenings;
    private final SentMails mails;
    private final Words words;
    private final Won won;

    OrderPages(
            OrganiserOrderClient orders,
            EventClient events,
            Happenings happenings,
            SentMails mails,
            Words words,
            Won won) {
        this.orders = orders;
        this.events = events;
        this.happenings = happenings;
        this.mails = mails;
        this.words = words;
        this.won = won;
    }

    @GetMapping
    String list(OrderSearchForm search, @RequestParam(defaultValue = "1") int page, Model model) {
        try (var calls = SideBySide.open()) {
            var own = calls.start(() -> events.listOwn(0, MOST_EVENTS));
            var found = calls.start(() -> orders.list(
                    search.eventId(),
                    search.queryOrNull(),
                    search.statusOrNull(),
                    search.isWithoutEmail() ? true : null,
                    search.isOwed() ? true : null,
                    Math.clamp(page, 1, 10_000) - 1,
                    ORDERS_PER_PAGE));
            model.addAttribute("found", found.result());
            model.addAttribute("events", own.result().content());
        }
        model.addAttribute("search", search);
        model.addAttribute("statuses", BookingStatus.values());
        return "orders/orders";
    }

    @GetMapping("/{orderId}")
    String show(@PathVariable String orderId, @RequestParam(required = false) @Nullable String done, Model model) {
        OrganiserOrderClient.Order order = orders.get(orderId);
        model.addAttribute("done", done != null && DONE_KEYS.contains(done) ? doneText(done, order) : null);
        return fill(order, model);
    }

    /** Of a refund at the desk it says what the clerk hands back, and how. */
    private String doneText(String done, OrganiserOrderClient.Order order) {
        String handBack = order.handBackKey();
        return done.equals("refund") && handBack != null
                ? words.of("order.done.refund.desk") + " " + words.of(handBack, won.of(order.lastRefund()))
                : words.of("order.done." + done);
    }

    @PostMapping("/{orderId}/resend")
    @FormOn("/admin/orders/{orderId}")
    String resend(@PathVariable String orderId, HttpServletResponse response, Model model) {
        try {
            orders.resend(orderId);
            return done(orderId, "resend");
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return fill(orderId, model);
        }
    }

    @PostMapping("/{orderId}/mails/{mailId}/again")
    @FormOn("/admin/orders/{orderId}")
    String sendMailAgain(
            @PathVariable String orderId, @PathVariable long mailId, HttpServletResponse response, Model model) {
        try {
            orders.sendMailAgain(orderId, mailId);
            return done(orderId, "mail");
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return fill(orderId, model);
        }
    }

    /** Money of the desk that was owed since the show was cancelled. */
    @PostMapping("/{orderId}/handed-back")
    @FormOn("/admin/orders/{orderId}")
    String handedBack(@PathVariable String orderId, HttpServletResponse response, Model model) {
        try {
            orders.handedBack(orderId);
            return done(orderId, "handed-back");
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return fill(orderId, model);
        }
    }

    @PostMapping("/{orderId}/note")
    @FormOn("/admin/orders/{orderId}")
    String note(
            @PathVariable String orderId,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model model) {
        String text = WrittenText.normalise(note);
        if (text.length() > LONGEST_NOTE) {
            RefusedForm.ofFields(Map.of("note", words.of("order.wrong.long", LONGEST_NOTE)), response, model);
            model.addAttribute("typedNote", text);
            return fill(orderId, model);
        }
        try {
            orders.note(orderId, new OrganiserOrderClient.Note(text));
            return done(orderId, "note");
        } catch (ServiceRefusal refusal) {
            model.addAttribute("typedNote", text);
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return fill(orderId, model);
        }
    }

    private String fill(String orderId, Model model) {
        return fill(orders.get(orderId), model);
    }

    private String fill(OrganiserOrderClient.Order order, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("history", happenings.of(order));
        model.addAttribute("mails", order.mails() == null ? null : mails.of(order.mails()));
        return "orders/order";
    }

    /** What was sent as a list of numbers; an empty element is left out. */
    static List<Long> numbers(@Nullable List<@Nullable Long> sent) {
        List<Long> numbers = new ArrayList<>();
        if (sent != null) {
            for (Long number : sent) {
                if (number != null) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    static String done(String orderId, String what) {
        return "redirect:/admin/orders/" + orderId + "?done=" + what;
    }
}
