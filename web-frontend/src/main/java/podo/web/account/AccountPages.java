package podo.web.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import podo.starter.text.DeviceNames;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.ResponseKind;
import podo.web.page.Words;
import podo.web.parallel.SideBySide;
import podo.web.passkey.CeremonyCookie;
import podo.web.passkey.PasskeyAnswer;
import podo.web.passkey.PasskeyClient;
import tools.jackson.databind.node.NullNode;

/** The fan's own account. Each section has a form of its own; one that is refused shows the page again with what is wrong. */
@Controller
@RequestMapping("/account")
class AccountPages {

    /** @param name empty for a program that does not say what it is */
    record Device(String id, String name, Instant since, boolean current) {

        static Device of(OwnAccountClient.LogIn logIn) {
            return new Device(
                    logIn.id(),
                    DeviceNames.of(logIn.agent()),
                    logIn.lastUsedAt() == null ? logIn.beganAt() : logIn.lastUsedAt(),
                    logIn.current());
        }
    }

    private static final List<String> SAVED =
            List.of("profile", "password", "email", "confirmation", "devices", "passkey", "passkey-removed");
    private static final String BACK = "redirect:/account?saved=";
    private static final String PAGE = "/account";

    private final OwnAccountClient accounts;
    private final PasskeyClient passkeys;
    private final CeremonyCookie ceremonies;
    private final VisitorInSession visitor;
    private final Words words;

    AccountPages(
            OwnAccountClient accounts,
            PasskeyClient passkeys,
            CeremonyCookie ceremonies,
            VisitorInSession visitor,
            Words words) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.visitor = visitor;
        this.words = words;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String saved, Model model) {
        if (SAVED.contains(saved)) {
            model.addAttribute("note", words.of("account.saved." + saved));
        }
        return page(accounts.find(), model);
    }

    @PostMapping("/profile")
    @FormOn(PAGE)
    String rename(
            @RequestParam String name,
            @RequestParam String language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OwnAccountClient.OwnAccount changed;
        try {
            changed = accounts.change(new OwnAccountClient.Change(name.strip(), language));
        } catch (ServiceRefusal refusal) {
            model.addAttribute("name", name);
            return refused(refusal, Map.of(), response, model);
        }
        visitor.update(changed.email(), changed.name(), request, response);
        return BACK + "profile";
    }

    @PostMapping("/password")
    @FormOn(PAGE)
    String changePassword(
            @RequestParam String currentPassword,
            @RequestParam String password,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.changePassword(new OwnAccountClient.PasswordChange(currentPassword, password));
        } catch (ServiceRefusal refusal) {
            return refused(refusal, Map.of("current", "currentPassword"), response, model);
        }
        return BACK + "password";
    }

    @PostMapping("/email")
    @FormOn(PAGE)
    String changeEmail(
            @RequestParam String email, @RequestParam String emailPassword, HttpServletResponse response, Model model) {
        try {
            accounts.changeEmail(new OwnAccountClient.EmailChange(email.strip(), emailPassword));
        } catch (ServiceRefusal refusal) {
            model.addAttribute("email", email);
            return refused(refusal, Map.of("password", "emailPassword"), response, model);
        }
        return BACK + "email";
    }

    @PostMapping("/confirmation")
    @FormOn(PAGE)
    String askForConfirmation() {
        accounts.askForConfirmation();
        return BACK + "confirmation";
    }

    /** @param to the page that wanted a passkey, to which the fan goes on by using it */
    @PostMapping("/passkeys")
    @FormOn(PAGE)
    String addPasskey(
            @RequestParam String passkeyName,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PasskeyAnswer answer = PasskeyAnswer.of(request, ceremonies);
        try {
            passkeys.add(new PasskeyClient.NewPasskey(
                    answer == null ? "none" : answer.ceremony(),
                    passkeyName.strip(),
                    answer == null ? NullNode.getInstance() : answer.credential()));
        } catch (ServiceRefusal refusal) {
            model.addAttribute("passkeyName", passkeyName);
            model.addAttribute("to", to);
            if (refusal.fields().containsKey("credential")) {
                response.setStatus(refusal.status());
                model.addAttribute("problem", words.of("passkey.failed"));
                return page(accounts.find(), model);
            }
            return refused(refusal, Map.of("name", "passkeyName"), response, model);
        }
        return to == null
                ? BACK + "passkey"
                : "redirect:/passkey?added&to=" + UriUtils.encode(ResponseKind.localPath(to), StandardCharsets.UTF_8);
    }

    @PostMapping("/passkeys/{id}/remove")
    @FormOn(PAGE)
    String removePasskey(@PathVariable String id) {
        passkeys.remove(id);
        return BACK + "passkey-removed";
    }

    @PostMapping("/log-ins/{id}/end")
    @FormOn(PAGE)
    String end(@PathVariable String id) {
        accounts.end(id);
        return BACK + "devices";
    }

    @PostMapping("/log-ins/end")
    @FormOn(PAGE)
    String endOthers() {
        accounts.endOthers();
        return BACK + "devices";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"podo-account.json\"")
                .body(accounts.export());
    }

    @PostMapping("/delete")
    @FormOn(PAGE)
    String delete(
            @RequestParam(required = false) @Nullable String understood,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException {
        if (understood == null) {
            response.setStatus(422);
            model.addAttribute("wrong", Map.of("understood", words.of("account.delete.unticked")));
            return page(accounts.find(), model);
        }
        try {
            accounts.delete();
        } catch (ServiceRefusal refusal) {
            return refused(refusal, Map.of(), response, model);
        }
        request.logout();
        return "redirect:/login?deleted";
    }

    /** @param names of the service's fields in the form, where they differ */
    private String refused(
            ServiceRefusal refusal, Map<String, String> names, HttpServletResponse response, Model model) {
        if (refusal.status() == 401) {
            throw refusal;
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.fields().forEach((field, message) -> wrong.put(names.getOrDefault(field, field), message));
        if (refusal.is("email-taken")) {
            wrong.put("email", words.of("account.email-taken"));
        }
        response.setStatus(refusal.status());
        refusal.writeRetryAfter(response);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problem", wrong.isEmpty() ? words.of(refusal) : null);
        return page(accounts.find(), model);
    }

    private String page(OwnAccountClient.OwnAccount own, Model model) {
        model.addAttribute("own", own);
        List<OwnAccountClient.LogIn> logIns;
        try (var calls = SideBySide.open()) {
            var open = calls.start(accounts::logIns);
            var keys = calls.start(passkeys::list);
            logIns = open.result();
            model.addAttribute("passkeys", keys.result());
        }
        model.addAttribute("devices", logIns.stream().map(Device::of).toList());
        model.addAttribute(
                "byPasskey",
                logIns.stream().anyMatch(logIn -> logIn.current() && Boolean.TRUE.equals(logIn.byPasskey())));
        model.addAttribute(
                "deviceName",
                logIns.stream()
                        .filter(OwnAccountClient.LogIn::current)
                        .map(logIn -> DeviceNames.of(logIn.agent()))
                        .findFirst()
                        .orElse(""));
        return "account/account";
    }
}
