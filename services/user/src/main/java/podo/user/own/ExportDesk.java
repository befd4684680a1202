package podo.user.own;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import podo.starter.problem.NotFound;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.passkey.Passkeys;
import podo.user.team.TeamDesk;
import podo.user.token.LogIns;

/** Gathers what is held about the owner of an account, here and in the services that know the account by its number; all of it or nothing. */
@Service
class ExportDesk {

    private static final List<String> SERVICES = List.of("inventory", "reservation", "payment", "notification");

    private final AccountDirectory accounts;
    private final LogIns logIns;
    private final TeamDesk teams;
    private final Passkeys passkeys;
    private final HttpServiceProxyRegistry clients;
    private final Clock clock;

    ExportDesk(
            AccountDirectory accounts,
            LogIns logIns,
            TeamDesk teams,
            Passkeys passkeys,
            HttpServiceProxyRegistry clients,
            Clock clock) {
        this.accounts = accounts;
        this.logIns = logIns;
        this.teams = teams;
        this.passkeys = passkeys;
        this.clients = clients;
        this.clock = clock;
    }

    Map<String, Object> export(long id) {
        Profile account = accounts.find(id).orElseThrow(NotFound::new);
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("exportedAt", clock.instant());
        held.put(
                "account",
                Map.of(
                        "id", account.id(),
                        "email", account.email(),
                        "name", account.name(),
                        "roles", account.fan().roleNames(),
                        "language", account.language(),
                        "emailConfirmed", account.emailConfirmed()));
        held.put("teams", teams.export(id));
        held.put("logIns", logIns.open(id));
        held.put("passkeys", passkeys.of(id));
        for (String service : SERVICES) {
            held.putAll(clients.getClient(service, FanRecordsClient.class).records(id));
        }
        return held;
    }
}
