package podo.user.names;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.key.TeamKey;
import podo.user.account.AccountDirectory;
import podo.user.key.KeyDesk;

/** Names of many accounts in one call. A POST, because the ids don't fit an address. */
@RestController
class AccountNameController {

    record AccountName(long id, String name, String email) {}

    private final AccountDirectory accounts;
    private final KeyDesk keys;

    AccountNameController(AccountDirectory accounts, KeyDesk keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    /** Accounts that don't exist, or not any more, are left out. A key that acted for a team has the name that it was given. */
    @PostMapping("/internal/accounts/names")
    List<AccountName> names(@RequestBody @Size(max = 1_000) List<@NotNull Long> ids) {
        Stream<AccountName> people = accounts
                .findAll(ids.stream().filter(id -> !TeamKey.isActor(id)).toList())
                .stream()
                .map(profile -> new AccountName(profile.id(), profile.name(), profile.email()));
        Map<Long, String> named = keys.names(
                ids.stream().filter(TeamKey::isActor).map(TeamKey::numberOf).toList());
        Stream<AccountName> programs = ids.stream()
                .filter(id -> TeamKey.isActor(id) && named.containsKey(TeamKey.numberOf(id)))
                .map(id -> new AccountName(id, "API: " + named.get(TeamKey.numberOf(id)), ""));
        return Stream.concat(people, programs).toList();
    }
}
