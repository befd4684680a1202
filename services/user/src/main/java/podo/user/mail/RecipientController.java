package podo.user.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;

/** To whom a mail goes and, of one about an account, its link; for the notification service. */
@RestController
class RecipientController {

    record Recipient(long id, String email, String name, String language) {

        static Recipient of(Profile account, String email) {
            return new Recipient(account.id(), email, account.name(), account.language());
        }
    }

    /**
     * @param token of the link; null for a mail without one
     * @param at when what it tells of happened
     * @param device of a new device, its kind; null when it did not say
     * @param words what the letter names
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountMailFacts(
            AccountMailKind kind,
            Recipient recipient,
            @Nullable String token,
            Instant at,
            @Nullable String device,
            Map<String, String> words) {

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "AccountMailFacts[" + kind + "]";
        }
    }

    private final AccountDirectory accounts;
    private final AccountMails mails;

    RecipientController(AccountDirectory accounts, AccountMails mails) {
        this.accounts = accounts;
        this.mails = mails;
    }

    @GetMapping("/internal/accounts/{id}")
    Recipient recipient(@PathVariable long id) {
        return accounts.find(id)
                .map(account -> Recipient.of(account, account.email()))
                .orElseThrow(NotFound::new);
    }

    /** 404 when the mail is not worth sending any more: its link was used, ended by a newer one, or is over. */
    @GetMapping("/internal/account-mails/{mailId}")
    AccountMailFacts mail(@PathVariable String mailId) {
        AccountMail mail = mails.find(mailId).orElseThrow(NotFound::new);
        Profile account = accounts.find(mail.accountId()).orElseThrow(NotFound::new);
        return new AccountMailFacts(
                mail.kind(),
                recipient(mail, account),
                mail.kind().hasLink() ? mails.tokenOf(mail) : null,
                mail.issuedAt(),
                mail.device(),
                mail.words());
    }

    /** An invitation goes to somebody who may have an account, whose name and language it has then; else it calls nobody by name. */
    private Recipient recipient(AccountMail mail, Profile account) {
        if (mail.kind() != AccountMailKind.TEAM_INVITATION) {
            return Recipient.of(account, mail.email());
        }
        return accounts.findAll(mail.email()).stream()
                .findFirst()
                .map(invited -> Recipient.of(invited, mail.email()))
                .orElseGet(() -> new Recipient(account.id(), mail.email(), mail.email(), account.language()));
    }
}
