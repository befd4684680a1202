package podo.user.account;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.starter.security.Role;
import podo.user.account.password.Passwords;

/** Opens accounts, one per e-mail and per look of an e-mail; unique keys refuse the second of two simultaneous sign-ups. */
@Service
class SignUpDesk {

    private final Accounts accounts;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUpDesk(
            Accounts accounts,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Also has the address confirmed by a mail, which nothing waits for. */
    Profile signUp(SignUpRequest request) {
        return open(request, account -> events.publishEvent(new AccountOpened(account.id(), account.email())));
    }

    /** For the demo, whose addresses nobody reads. */
    Profile openAccount(SignUpRequest request, Role... roles) {
        return open(
                request,
                account -> {
                    if (account.fan().isOrganiser()) {
                        events.publishEvent(new OrganiserAppointed(account.id(), account.name()));
                    }
                },
                roles);
    }

    private Profile open(SignUpRequest request, Consumer<Profile> inTransaction, Role... roles) {
        String email = request.email().strip();
        if (accounts.existsByEmailKey(EmailKey.of(email)) || accounts.existsByLookAlikeHash(LookAlikeKey.of(email))) {
            throw new EmailTaken();
        }
        String hash = passwords.hash(request.password());
        try {
            Account account = new Account(email, request.name().strip(), hash, language(), clock.instant());
            Stream.of(roles).forEach(account::grant);
            return transaction.execute(commit -> {
                Profile opened = accounts.saveAndFlush(account).profile();
                inTransaction.accept(opened);
                return opened;
            });
        } catch (DataIntegrityViolationException e) {
            throw new EmailTaken();
        }
    }

    /** Mails are in the language of the page on which somebody signs up. */
    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ko") ? "ko" : "en";
    }
}
