package podo.user.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.InvalidField;
import podo.starter.security.Fan;
import podo.starter.text.MailAddress;
import podo.starter.text.PersonText;
import podo.user.account.Profile;
import podo.user.guard.ClientAddresses;
import podo.user.mail.AddressConfirmation;

/** Changes of the caller's own account. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/users")
class OwnAccountController {

    record Change(
            @PersonText(max = 100) String name,
            @NotNull @Size(max = 10) String language) {}

    record PasswordChange(
            @NotNull @Size(min = 1, max = 200) String current,
            @NotNull @Size(max = 200) String password) {

        /** Leaves out all. */
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    record EmailChange(
            @PersonText(max = 254) @MailAddress String email,
            @NotNull @Size(min = 1, max = 200) String password) {

        /** Leaves out all. */
        @Override
        public String toString() {
            return "EmailChange[]";
        }
    }

    record Confirmation(@NotBlank @Size(max = 200) String token) {

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }

    record Changed(long id, String email, String name, List<String> roles, String language, boolean emailConfirmed) {}

    private static final List<String> LANGUAGES = List.of("ko", "en");

    private final OwnAccountDesk desk;
    private final AddressConfirmation confirmation;
    private final ClientAddresses addresses;

    OwnAccountController(OwnAccountDesk desk, AddressConfirmation confirmation, ClientAddresses addresses) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.addresses = addresses;
    }

    @Operation(summary = "Change the name and the language of mails (ko or en)")
    @PutMapping("/me")
    Changed change(@Valid @RequestBody Change change, Fan caller) {
        if (!LANGUAGES.contains(change.language())) {
            throw new InvalidField("language", "language");
        }
        Profile own = desk.rename(caller.id(), change.name(), change.language());
        return new Changed(
                own.id(), own.email(), own.name(), own.fan().roleNames(), own.language(), own.emailConfirmed());
    }

    @Operation(summary = "Change the password; ends all other log-ins")
    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @Valid @RequestBody PasswordChange change,
            Fan caller,
            @AuthenticationPrincipal @Nullable Jwt token,
            HttpServletRequest request) {
        desk.changePassword(
                caller.id(),
                change.current(),
                change.password(),
                addresses.of(request),
                token == null ? null : token.getClaimAsString("sid"));
    }

    @Operation(summary = "Ask for another address, to which a link is sent; the old one stays until that is opened")
    @PutMapping("/me/email")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void changeEmail(@Valid @RequestBody EmailChange change, Fan caller, HttpServletRequest request) {
        desk.askToMoveTo(caller.id(), change.email().strip(), change.password(), addresses.of(request));
    }

    @Operation(summary = "Ask for another mail that confirms the address")
    @PostMapping("/me/email-confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askForConfirmation(Fan caller) {
        desk.askForConfirmation(caller.id());
    }

    @Operation(summary = "Confirm an address with the token of the mail")
    @PostMapping("/email-confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@Valid @RequestBody Confirmation body) {
        confirmation.confirm(body.token());
    }
}
