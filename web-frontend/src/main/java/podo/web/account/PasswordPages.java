package podo.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/** A forgotten password: asking for a link, and the page that the link opens. */
@Controller
class PasswordPages {

    private static final String RESET = "/password/reset";

    private final OwnAccountClient accounts;
    private final LinkTokenCookie token;
    private final Words words;

    PasswordPages(OwnAccountClient accounts, LinkTokenCookie token, Words words) {
        this.accounts = accounts;
        this.token = token;
        this.words = words;
    }

    @GetMapping("/password/forgot")
    String forgot(@RequestParam(required = false) @Nullable String sent, Model model) {
        model.addAttribute("sent", sent != null);
        return "account/forgot";
    }

    /** The answer is the same with and without an account. */
    @PostMapping("/password/forgot")
    String ask(@RequestParam String email, HttpServletResponse response, Model model) {
        try {
            accounts.askForReset(new OwnAccountClient.Address(email.strip()));
        } catch (ServiceRefusal refusal) {
            show(refusal, response, model);
            model.addAttribute("sent", false);
            model.addAttribute("email", email);
            return "account/forgot";
        }
        return "redirect:/password/forgot?sent";
    }

    @GetMapping(RESET)
    String open(
            @RequestParam(name = "token", required = false) @Nullable String given,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (given != null) {
            token.keep(given, RESET, response);
            return "redirect:" + RESET;
        }
        model.addAttribute("usable", token.read(RESET, request) != null);
        return "account/reset";
    }

    @PostMapping(RESET)
    String reset(@RequestParam String password, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        String given = token.read(RESET, request);
        if (given == null) {
            response.setStatus(400);
            model.addAttribute("usable", false);
            return "account/reset";
        }
        try {
            accounts.reset(new OwnAccountClient.NewPassword(given, password));
        } catch (ServiceRefusal refusal) {
            show(refusal, response, model);
            boolean usable = !refusal.is("token-invalid");
            if (!usable) {
                token.forget(RESET, response);
                model.addAttribute("problem", null);
            }
            model.addAttribute("usable", usable);
            return "account/reset";
        }
        token.forget(RESET, response);
        return "redirect:/login?reset";
    }

    private void show(ServiceRefusal refusal, HttpServletResponse response, Model model) {
        Map<String, String> wrong = refusal.fields();
        response.setStatus(refusal.status());
        refusal.writeRetryAfter(response);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problem", wrong.isEmpty() ? words.of(refusal) : null);
    }
}
