package podo.web.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.calls.AccountClient;
import podo.web.calls.ServiceRefusal;
import podo.web.page.ResponseKind;
import podo.web.page.Words;

/** The forms for logging in and for a new account. */
@Controller
class LoginPages {

    static final String FAILURE = "podo.login.failure";

    private final AccountClient accounts;
    private final LogInSuccessHandler arrival;
    private final Words words;

    LoginPages(AccountClient accounts, LogInSuccessHandler arrival, Words words) {
        this.accounts = accounts;
        this.arrival = arrival;
        this.words = words;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam Map<String, String> query,
            @Nullable Principal already,
            Model model) {
        if (already != null && !query.containsKey("over")) {
            return "redirect:" + ResponseKind.localPath(to);
        }
        for (String note : new String[] {"first", "out", "over"}) {
            if (query.containsKey(note)) {
                model.addAttribute("note", words.of("login." + note));
            }
        }
        model.addAttribute("to", to);
        return "login/login";
    }

    /** Security forwards a failed log-in here: the same form with the reason, the address kept. */
    @RequestMapping("/login/again")
    String again(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Object failure = request.getAttribute(FAILURE);
        if (failure == null) {
            return "redirect:/login";
        }
        ServiceRefusal refusal = UserServiceAuthenticationProvider.refusal((Throwable) failure);
        boolean wrong = failure instanceof BadCredentialsException;
        boolean busy = refusal != null && refusal.status() == 429;
        response.setStatus(wrong ? 401 : busy ? 429 : 503);
        model.addAttribute(
                "problem",
                wrong
                        ? words.of("login.wrong")
                        : busy ? words.of("login.busy", refusal.retryAfter()) : words.of("refused.unavailable"));
        model.addAttribute("to", to);
        model.addAttribute("email", email);
        return "login/login";
    }

    @GetMapping("/signup")
    String signUp(@RequestParam(required = false) @Nullable String to, @Nullable Principal already, Model model) {
        model.addAttribute("to", to);
        return already == null ? "login/signup" : "redirect:" + ResponseKind.localPath(to);
    }

    @PostMapping("/signup")
    String signUp(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        try {
            accounts.signUp(new AccountClient.NewAccount(email.strip(), password, name.strip()));
        } catch (ServiceRefusal refusal) {
            var wrong = new LinkedHashMap<>(refusal.fields());
            if (refusal.is("email-taken")) {
                wrong.put("email", words.of("account.email-taken"));
            }
            response.setStatus(refusal.status());
            model.addAttribute("wrong", wrong);
            model.addAttribute("problem", wrong.isEmpty() ? words.of(refusal) : null);
            model.addAttribute("email", email);
            model.addAttribute("name", name);
            model.addAttribute("to", to);
            return "login/signup";
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.login(email, password);
        if (request.getUserPrincipal() instanceof Authentication who) {
            arrival.keep(request, who);
        }
        return "redirect:" + ResponseKind.localPath(to);
    }
}
