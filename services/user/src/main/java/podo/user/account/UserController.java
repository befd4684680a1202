package podo.user.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.user.account.password.PasswordRules;

/** Sign-up and the caller's own account. */
@Tag(name = "Users", description = "Sign up and read one's own account")
@RestController
@RequestMapping("/api/users")
class UserController {

    record SignUpResponse(long id, String email, String name) {}

    record AccountResponse(
            long id, String email, String name, List<String> roles, String language, boolean emailConfirmed) {}

    private final SignUpDesk desk;
    private final AccountDirectory accounts;
    private final PasswordRules passwordRules;

    UserController(SignUpDesk desk, AccountDirectory accounts, PasswordRules passwordRules) {
        this.desk = desk;
        this.passwordRules = passwordRules;
        this.accounts = accounts;
    }

    @Operation(summary = "Sign up")
    @PostMapping
    ResponseEntity<SignUpResponse> signUp(@Valid @RequestBody SignUpRequest request) {
        passwordRules.check(request.password(), request.email(), request.name());
        Profile opened = desk.signUp(request);
        return ResponseEntity.created(URI.create("/api/users/me"))
                .body(new SignUpResponse(opened.id(), opened.email(), opened.name()));
    }

    /** Reads the account from the database, because its role may be newer than the token. */
    @Operation(summary = "Read the caller's account")
    @GetMapping("/me")
    AccountResponse me(Fan caller) {
        Profile own = accounts.find(caller.id()).orElseThrow(NotFound::new);
        return new AccountResponse(
                own.id(), own.email(), own.name(), own.fan().roleNames(), own.language(), own.emailConfirmed());
    }
}
