package podo.user.names;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.user.account.AccountDirectory;

/** Names of many accounts in one call. A POST, because the ids don't fit an address. */
@RestController
class AccountNameController {

    record AccountName(long id, String name, String email) {}

    private final AccountDirectory accounts;

    AccountNameController(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /** Accounts that don't exist, or not any more, are left out. */
    @PostMapping("/internal/accounts/names")
    List<AccountName> names(@RequestBody @Size(max = 1_000) List<@NotNull Long> ids) {
        return accounts.findAll(ids).stream()
                .map(profile -> new AccountName(profile.id(), profile.name(), profile.email()))
                .toList();
    }
}
