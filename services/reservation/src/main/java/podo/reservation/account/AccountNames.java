package podo.reservation.account;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Asks the user service for names: of new buyers within seconds, of all others again each day, so that a changed name is shown and the name
 * of a deleted account is not kept. Several instances may ask for the same ones; they store the same.
 */
@Component
public class AccountNames {

    private static final Logger log = LoggerFactory.getLogger(AccountNames.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final KnownAccounts accounts;
    private final AccountNameClient users;

    AccountNames(KnownAccounts accounts, AccountNameClient users) {
        this.accounts = accounts;
        this.users = users;
    }

    /** The accounts by id. Those that are not known yet are asked for; while the user service is away they have no name. */
    public Map<Long, KnownAccount> find(Collection<Long> ids) {
        Map<Long, KnownAccount> found = new HashMap<>(accounts.findAsked(ids));
        Set<Long> missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            try {
                found.putAll(ask(missing));
            } catch (RestClientException | IllegalStateException e) {
                log.warn("The names of {} accounts could not be read: {}", missing.size(), e.toString());
            }
        }
        ids.forEach(id -> found.putIfAbsent(id, KnownAccount.unknown(id)));
        return found;
    }

    /** Asks for the names of the latest buyers now, so that a search finds them. */
    public void learnNew() {
        List<Long> unasked = accounts.findNew(BATCH);
        if (!unasked.isEmpty()) {
            find(unasked);
        }
    }

    @Scheduled(fixedDelayString = "${podo.account.ask-names:2s}")
    void askDue() {
        List<Long> due = accounts.findDue(KEPT, BATCH);
        try {
            while (!due.isEmpty()) {
                ask(due);
                due = due.size() < BATCH ? List.of() : accounts.findDue(KEPT, BATCH);
            }
        } catch (RestClientException | IllegalStateException e) {
            log.debug("The user service does not answer; the next round asks again: {}", e.toString());
        }
    }

    private Map<Long, KnownAccount> ask(Collection<Long> ids) {
        Map<Long, KnownAccount> said =
                users.names(List.copyOf(ids)).stream().collect(Collectors.toMap(KnownAccount::id, Function.identity()));
        Map<Long, KnownAccount> all = ids.stream()
                .collect(Collectors.toMap(Function.identity(), id -> said.getOrDefault(id, KnownAccount.unknown(id))));
        accounts.store(all.values());
        return all;
    }
}
