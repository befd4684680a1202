package podo.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/**
 * Confirms an address by the link of a mail. The link shows a button and the button confirms: mail programs that look at links beforehand use
 * none up.
 */
@Controller
class ConfirmPages {

    private static final String CONFIRM = "/account/confirm";

    private final OwnAccountClient accounts;
    private final LinkTokenCookie token;
    private final Words words;

    ConfirmPages(OwnAccountClient accounts, LinkTokenCookie token, Words words) {
        this.accounts = accounts;
        this.token = token;
        this.words = words;
    }

    @GetMapping(CONFIRM)
    String open(
            @RequestParam(name = "token", required = false) @Nullable String given,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (given != null) {
            token.keep(given, CONFIRM, response);
            return "redirect:" + CONFIRM;
        }
        model.addAttribute("done", done != null);
        model.addAttribute("usable", token.read(CONFIRM, request) != null);
        return "account/confirm";
    }

    @PostMapping(CONFIRM)
    String confirm(HttpServletRequest request, HttpServletResponse response, Model model) {
        String given = token.read(CONFIRM, request);
        try {
            accounts.confirmAddress(new OwnAccountClient.LinkToken(given == null ? "none" : given));
        } catch (ServiceRefusal refusal) {
            boolean usable = refusal.status() >= 429;
            if (!usable) {
                token.forget(CONFIRM, response);
            }
            response.setStatus(refusal.status());
            refusal.writeRetryAfter(response);
            model.addAttribute("done", false);
            model.addAttribute("usable", usable);
            model.addAttribute("problem", refusal.is("token-invalid") ? null : words.of(refusal));
            return "account/confirm";
        }
        token.forget(CONFIRM, response);
        return "redirect:" + CONFIRM + "?done";
    }
}
