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
 * Gives the organiser role to the accounts whose e-mails are in {@code PODO_ORGANISERS}, once at the start. Later sign-ups
 * with a listed e-mail are not promoted, because nothing proves that an e-mail belongs to whoever signs up with it.
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
        List<Account> listed = accounts.findByEmailKeyIn(organisers.stream()
                .filter(email -> !email.isBlank())
                .map(EmailKey::of)
                .toList());
        listed.forEach(Account::makeOrganiser);
        if (!listed.isEmpty()) {
            log.info("Promoted {} of {} listed e-mails to organisers", listed.size(), organisers.size());
        }
    }
}
