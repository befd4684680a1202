package podo.user.account;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.security.Role;

/**
 * Gives roles to the accounts whose e-mails are in {@code PODO_ORGANISERS}, {@code PODO_OPERATORS} and {@code PODO_DOOR_STAFF}, once at
 * the start. Later sign-ups with a listed e-mail are not promoted, because nothing proves that an e-mail belongs to whoever signs up with it.
 */
@Component
class RolePromotion implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RolePromotion.class);

    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final List<String> organisers;
    private final List<String> operators;
    private final List<String> doorStaff;

    RolePromotion(
            Accounts accounts,
            ApplicationEventPublisher events,
            @Value("${podo.organisers:}") List<String> organisers,
            @Value("${podo.operators:}") List<String> operators,
            @Value("${podo.door-staff:}") List<String> doorStaff) {
        this.accounts = accounts;
        this.events = events;
        this.organisers = organisers;
        this.operators = operators;
        this.doorStaff = doorStaff;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        grant(Role.ORGANISER, organisers);
        grant(Role.OPERATOR, operators);
        grant(Role.DOOR, doorStaff);
    }

    private void grant(Role role, List<String> emails) {
        List<Account> listed = accounts.findByEmailKeyIn(emails.stream()
                .filter(email -> !email.isBlank())
                .map(EmailKey::of)
                .toList());
        listed.forEach(account -> account.grant(role));
        if (role == Role.ORGANISER) {
            listed.forEach(account -> events.publishEvent(
                    new OrganiserAppointed(account.id(), account.profile().name())));
        }
        if (!listed.isEmpty()) {
            log.info("Gave the role {} to {} of {} listed e-mails", role, listed.size(), emails.size());
        }
    }
}
