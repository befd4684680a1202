package podo.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.springframework.web.util.UriUtils;
import podo.web.client.AccountClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.page.Words;
import podo.web.passkey.PasskeyAnswer;

/** The log-in and sign-up forms. */
@Controller
class LoginPages {

    static final String FAILURE = "podo.login.failure";

    private final AccountClient accounts;
    private final LogInSuccessHandler successHandler;
    private final Words words;

    LoginPages(AccountClient accounts, LogInSuccessHandler successHandler, Words words) {
        this.accounts = accounts;
        this.successHandler = successHandler;
        this.words = words;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam Map<String, String> query,
            @Nullable Principal loggedIn,
            Model model) {
        if (loggedIn != null && !query.containsKey("over")) {
            return "redirect:" + ResponseKind.localPath(to);
        }
        for (String note : new String[] {"first", "out", "over", "unsent", "created", "reset", "deleted"}) {
            if (query.containsKey(note)) {
                model.addAttribute("note", words.of("login." + note));
            }
        }
        model.addAttribute("loggedOut", query.containsKey("out"));
        model.addAttribute("to", to);
        return "login/login";
    }

    /** Target of Spring Security's forward after a failed log-in: the form with the reason and the typed address. */
    @RequestMapping("/login/again")
    String showFailure(
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
        if (failure instanceof BadCredentialsException) {
            response.setStatus(401);
            boolean byPasskey = request.getParameter(PasskeyAnswer.FIELD) != null;
            model.addAttribute("problem", words.of(byPasskey ? "login.passkey.refused" : "login.wrong"));
        } else if (refusal == null || refusal.status() >= 500) {
            response.setStatus(503);
            model.addAttribute("problem", words.of("refused.unavailable"));
        } else {
            response.setStatus(refusal.status());
            model.addAttribute("problem", explain(refusal));
        }
        if (refusal != null) {
            refusal.writeRetryAfter(response);
        }
        model.addAttribute("to", to);
        model.addAttribute("email", email);
        return "login/login";
    }

    private String explain(ServiceRefusal refusal) {
        return refusal.status() == 429 && refusal.retryAfterSeconds() > 0
                ? words.of("login.busy", refusal.retryAfterSeconds())
                : words.of(refusal);
    }

    @GetMapping("/signup")
    String signUp(@RequestParam(required = false) @Nullable String to, @Nullable Principal loggedIn, Model model) {
        model.addAttribute("to", to);
        return loggedIn == null ? "login/signup" : "redirect:" + ResponseKind.localPath(to);
    }

    @PostMapping("/signup")
    @FormOn("/signup?to={to}")
    String signUp(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.signUp(new AccountClient.NewAccount(email.strip(), password, name.strip()));
        } catch (ServiceRefusal refusal) {
            var wrong = new LinkedHashMap<>(refusal.fields());
            if (refusal.is("email-taken")) {
                wrong.put("email", words.of("account.email-taken"));
            }
            response.setStatus(refusal.status());
            refusal.writeRetryAfter(response);
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
        try {
            request.login(email, password);
        } catch (ServletException e) {
            // the account exists, so its form must not be sent again
            return "redirect:/login?created&to=" + UriUtils.encode(ResponseKind.localPath(to), UTF_8);
        }
        if (request.getUserPrincipal() instanceof Authentication who) {
            successHandler.storeTokens(request, response, who);
        }
        return "redirect:" + ResponseKind.localPath(to);
    }
}
