package podo.reservation.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the user service, when an account is deleted. */
@RestController
class ForgottenAccountController {

    private final KnownAccounts accounts;

    ForgottenAccountController(KnownAccounts accounts) {
        this.accounts = accounts;
    }

    @DeleteMapping("/internal/accounts/{id}/name")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable long id) {
        accounts.forget(id);
    }
}
