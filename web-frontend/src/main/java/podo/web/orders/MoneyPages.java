package podo.web.orders;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import podo.web.client.EventClient;
import podo.web.parallel.SideBySide;

/** The money of one event by day, grade and kind. */
@Controller
class MoneyPages {

    private final OrganiserOrderClient orders;
    private final EventClient events;

    MoneyPages(OrganiserOrderClient orders, EventClient events) {
        this.orders = orders;
        this.events = events;
    }

    @GetMapping("/admin/events/{id}/money")
    String show(@PathVariable long id, Model model) {
        try (var calls = SideBySide.open()) {
            var show = calls.start(() -> events.getOwn(id));
            var money = calls.start(() -> orders.money(id));
            model.addAttribute("show", show.result());
            model.addAttribute("money", money.result());
        }
        return "orders/money";
    }
}
