package podo.user.account;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes organisers of the accounts that the operator names in {@code PODO_ORGANISERS}, at the start. Only of those that
 * are there: an e-mail is not proven, so whoever signs up with a listed one later must not become an organiser unseen.
 */
@Component
class OrganiserPromotion implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(OrganiserPromotion.class);

    private final Accounts accounts;
    private final List<String> organisers;

    OrganiserPromotion(Accounts accounts, @Value("${podo.organisers:}") List<String> organisers) {
        this.accounts = accounts;
        this.organisers = organisers;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        List<Account> named = accounts.findByEmailKeyIn(organisers.stream()
                .filter(email -> !email.isBlank())
                .map(Account::key)
                .toList());
        named.forEach(Account::promote);
        if (!named.isEmpty()) {
            log.info("{} of {} named accounts are organisers", named.size(), organisers.size());
        }
    }
}
