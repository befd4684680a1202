package podo.web.handover;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.account.LinkTokenCookie;
import podo.web.client.ServiceRefusal;
import podo.web.page.Visitor;
import podo.web.page.Words;

/**
 * The page of a link. Its secret goes from the address into a cookie, so that neither the history nor the log-in's address has it; whoever has
 * no account signs up and comes back. A button accepts, so that programs that look at links accept nothing.
 */
@Controller
class AcceptPages {

    private static final String PAGE = "/handover";

    private final HandoverClient handovers;
    private final LinkTokenCookie secret;
    private final Words words;

    AcceptPages(HandoverClient handovers, LinkTokenCookie secret, Words words) {
        this.handovers = handovers;
        this.secret = secret;
        this.words = words;
    }

    @GetMapping(PAGE + "/{given}")
    String open(@PathVariable String given, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        secret.keep(given, PAGE, response);
        return "redirect:" + PAGE;
    }

    @GetMapping(PAGE)
    String show(
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(secret.read(PAGE, request), me, response, model);
    }

    /** @param seen the link that the page showed; another one was opened meanwhile, and is shown instead of being accepted */
    @PostMapping(PAGE)
    String accept(
            @RequestParam(defaultValue = "") String seen,
            @AuthenticationPrincipal @Nullable Visitor me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String given = secret.read(PAGE, request);
        if (given == null || me == null) {
            return show(given, me, response, model);
        }
        try {
            var wanted = new HandoverClient.Secret(given);
            if (!handovers.look(wanted).id().equals(seen)) {
                model.addAttribute("problem", words.of("handover.other"));
                response.setStatus(409);
                return show(given, me, response, model);
            }
            handovers.accept(UUID.randomUUID().toString(), wanted);
        } catch (ServiceRefusal refusal) {
            return refuse(refusal, response, model);
        }
        secret.forget(PAGE, response);
        return "redirect:/tickets?received";
    }

    private String show(@Nullable String given, @Nullable Visitor me, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        if (given == null) {
            response.setStatus(404);
            model.addAttribute("ended", words.of("handover.ended.unknown"));
        } else if (me != null) {
            try {
                model.addAttribute("handover", handovers.look(new HandoverClient.Secret(given)));
            } catch (ServiceRefusal refusal) {
                return refuse(refusal, response, model);
            }
        }
        return "handover/accept";
    }

    private String refuse(ServiceRefusal refusal, HttpServletResponse response, Model model) {
        if (refusal.status() == 401 || refusal.status() >= 500) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        refusal.writeRetryAfter(response);
        model.addAttribute("ended", reason(refusal));
        return "handover/accept";
    }

    private String reason(ServiceRefusal refusal) {
        if (refusal.status() == 404 || refusal.status() == 400) {
            return words.of("handover.ended.unknown");
        }
        if (!refusal.is("handover-ended")) {
            return words.of(refusal);
        }
        return switch (String.valueOf(refusal.member("reason"))) {
            case "ACCEPTED" -> words.of("handover.ended.accepted");
            case "WITHDRAWN" -> words.of("handover.ended.withdrawn");
            case "REPLACED" -> words.of("handover.ended.replaced");
            case "EXPIRED" -> words.of("handover.ended.expired");
            case "TICKETS_GONE" -> words.of("handover.ended.gone");
            default -> words.of(refusal);
        };
    }
}
