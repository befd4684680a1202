package podo.web.operations;

import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.ResourceAccessException;
import podo.web.client.OperatorClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.mails.MailsOfAll;
import podo.web.page.Visitor;
import podo.web.page.Words;

/** The audit report, and payments and refunds that need a person's decision. */
@Controller
@RequestMapping("/admin/audit")
class AuditPages {

    private final OperatorClient operator;
    private final MailsOfAll mails;
    private final Words words;

    AuditPages(OperatorClient operator, MailsOfAll mails, Words words) {
        this.operator = operator;
        this.mails = mails;
        this.words = words;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String running,
            @RequestParam(required = false) @Nullable Integer mailed,
            @AuthenticationPrincipal Visitor me,
            Model model) {
        model.addAttribute("report", operator.lastReport());
        model.addAttribute("unresolved", operator.unresolved());
        model.addAttribute("givenUp", mails.findOrNone(me));
        model.addAttribute("done", running == null ? done(asked, mailed) : words.of("audit.running"));
        return "admin/audit";
    }

    private @Nullable String done(@Nullable String asked, @Nullable Integer mailed) {
        if (mailed != null) {
            return words.of("audit.mails.done", mailed);
        }
        return asked == null ? null : words.of("audit.asked");
    }

    @PostMapping("/mails/again")
    @FormOn("/admin/audit")
    String sendMailsAgain(@AuthenticationPrincipal Visitor me) {
        return "redirect:/admin/audit?mailed=" + mails.sendAgain(me);
    }

    /** The bank is asked about each order of some days: after a large sale that takes longer than a page waits, and goes on without it. */
    @PostMapping
    String runAudit() {
        try {
            operator.runAudit();
            return "redirect:/admin/audit";
        } catch (ResourceAccessException e) {
            if (e.getCause() instanceof SocketTimeoutException || e.getCause() instanceof HttpTimeoutException) {
                return "redirect:/admin/audit?running";
            }
            throw e;
        }
    }

    @PostMapping("/orders/{orderId}/look")
    @FormOn("/admin/audit")
    String recheck(@PathVariable String orderId) {
        ignoreNotFound(() -> operator.recheckOrder(orderId));
        return "redirect:/admin/audit?asked";
    }

    @PostMapping("/refunds/{id}/retry")
    @FormOn("/admin/audit")
    String retry(@PathVariable String id) {
        ignoreNotFound(() -> operator.retryRefund(id));
        return "redirect:/admin/audit?asked";
    }

    /** A 404 means that the case was decided in the meantime. */
    private static void ignoreNotFound(Runnable call) {
        try {
            call.run();
        } catch (ServiceRefusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }
}
