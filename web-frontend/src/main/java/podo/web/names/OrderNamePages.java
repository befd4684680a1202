package podo.web.names;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.admin.RefusedForm;
import podo.web.client.ServiceRefusal;
import podo.web.orders.OrganiserOrderClient;
import podo.web.page.Words;

/** The names on the tickets of an order of an organiser's event. */
@Controller
@RequestMapping("/admin/orders/{orderId}/names")
class OrderNamePages {

    private final OrganiserOrderClient orders;
    private final TicketNameClient names;
    private final Words words;

    OrderNamePages(OrganiserOrderClient orders, TicketNameClient names, Words words) {
        this.orders = orders;
        this.names = names;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String orderId, Model model) {
        OrganiserOrderClient.Order order = orders.get(orderId);
        return fill(order, TicketNameForm.of(order), model);
    }

    @PostMapping
    String change(
            @PathVariable String orderId,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        OrganiserOrderClient.Order order = orders.get(orderId);
        TicketNameForm form = TicketNameForm.of(order).with(typed);
        Map<String, String> wrong = form.tooLong(words.of("order.wrong.long", TicketNameForm.LONGEST));
        if (!wrong.isEmpty()) {
            RefusedForm.ofFields(wrong, response, model);
            return fill(order, form, model);
        }
        try {
            if (form.isOpen()) {
                names.changeOfOrder(orderId, new TicketNameClient.Names(form.names()));
            }
            return "redirect:/admin/orders/" + order.orderId() + "?done=names";
        } catch (ServiceRefusal refusal) {
            RefusedForm.ofRefusal(refusal, form::field, words, response, model);
            return fill(order, form, model);
        }
    }

    private static String fill(OrganiserOrderClient.Order order, TicketNameForm form, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("form", form);
        return "names/order";
    }
}
