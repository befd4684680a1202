package podo.user.reset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.text.MailAddress;
import podo.starter.text.PersonText;
import podo.user.account.Profile;
import podo.user.guard.ClientAddresses;
import podo.user.guard.LogInAttempt;
import podo.user.guard.LogInLimits;

/** A forgotten password. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/users")
class PasswordResetController {

    record ResetRequest(@PersonText(max = 254) @MailAddress String email) {

        /** Leaves out the address. */
        @Override
        public String toString() {
            return "ResetRequest[]";
        }
    }

    record NewPassword(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(max = 200) String password) {

        /** Leaves out all. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    private final ResetRequests requests;
    private final ResetDesk desk;
    private final LogInLimits limits;
    private final ClientAddresses addresses;

    PasswordResetController(ResetRequests requests, ResetDesk desk, LogInLimits limits, ClientAddresses addresses) {
        this.requests = requests;
        this.desk = desk;
        this.limits = limits;
        this.addresses = addresses;
    }

    @Operation(
            summary = "Ask for a mail with a link that sets a new password; the answer is the same without an account")
    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@Valid @RequestBody ResetRequest request) {
        requests.ask(request.email());
    }

    /** 400 {@code token-invalid}; 400 {@code invalid} for a password that breaks the rules, which leaves the token valid. */
    @Operation(summary = "Set a new password with the token of the mail; ends all log-ins of the account")
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@Valid @RequestBody NewPassword body, HttpServletRequest request) {
        Profile account = desk.reset(body.token(), body.password());
        limits.forgive(new LogInAttempt(account.email(), addresses.of(request), null));
    }
}
