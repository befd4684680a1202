package podo.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.OperatorClient;
import podo.web.calls.ServiceRefusal;
import podo.web.page.Words;

/** The books: what the auditor found, and what a person has to decide. */
@Controller
@RequestMapping("/admin/audit")
class AuditPages {

    private final OperatorClient books;
    private final Words words;

    AuditPages(OperatorClient books, Words words) {
        this.books = books;
        this.words = words;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String asked, Model model) {
        model.addAttribute("report", books.last());
        model.addAttribute("unresolved", books.unresolved());
        model.addAttribute("done", asked == null ? null : words.of("audit.asked"));
        return "admin/audit";
    }

    @PostMapping
    String now() {
        books.auditNow();
        return "redirect:/admin/audit";
    }

    @PostMapping("/orders/{orderId}/look")
    String look(@PathVariable String orderId) {
        unlessDecided(() -> books.askTheBank(orderId));
        return "redirect:/admin/audit?asked";
    }

    @PostMapping("/refunds/{id}/retry")
    String retry(@PathVariable String id) {
        unlessDecided(() -> books.refundAgain(id));
        return "redirect:/admin/audit?asked";
    }

    /** 404 means that it was decided in the meantime, which is what was wished for. */
    private static void unlessDecided(Runnable ask) {
        try {
            ask.run();
        } catch (ServiceRefusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }
}
