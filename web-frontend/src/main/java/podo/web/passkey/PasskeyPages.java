package podo.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import podo.starter.text.DeviceNames;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.passkey.PasskeyClient.OwnPasskey;
import podo.web.passkey.PasskeyClient.Question;
import tools.jackson.databind.JsonNode;

/** The page to which money leads without a passkey, and what scripts ask before they ask an authenticator. */
@Controller
class PasskeyPages {

    private final PasskeyClient passkeys;
    private final CeremonyCookie ceremonies;

    PasskeyPages(PasskeyClient passkeys, CeremonyCookie ceremonies) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
    }

    /** Leads to {@code to} once a passkey was used; without one, adds it first. */
    @GetMapping("/passkey")
    String show(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String added,
            HttpServletRequest request,
            Model model) {
        List<OwnPasskey> own = passkeys.list();
        model.addAttribute("to", ResponseKind.localPath(to));
        model.addAttribute("passkeys", own);
        model.addAttribute("added", added != null && !own.isEmpty());
        model.addAttribute("byPasskey", false);
        model.addAttribute("deviceName", DeviceNames.of(request.getHeader(HttpHeaders.USER_AGENT)));
        return "passkey/passkey";
    }

    /** For everybody; says nothing of any account. */
    @PostMapping(path = "/login/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    @FormOn("/login")
    @ResponseBody
    JsonNode beginLogIn(HttpServletResponse response) {
        return begun(passkeys.beginLogIn(), response);
    }

    /** @param password empty after a log-in with a passkey */
    @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @FormOn("/account")
    @ResponseBody
    JsonNode beginAdding(@RequestParam(defaultValue = "") String password, HttpServletResponse response) {
        return begun(passkeys.beginAdding(new PasskeyClient.Beginning(password.isEmpty() ? null : password)), response);
    }

    private JsonNode begun(Question question, HttpServletResponse response) {
        ceremonies.keep(question.ceremony(), response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return question.publicKey();
    }
}
