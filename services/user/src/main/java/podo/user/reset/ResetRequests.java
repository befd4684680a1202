package podo.user.reset;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import podo.starter.jdbc.Utc;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.mail.AccountMailKind;
import podo.user.mail.AccountMails;

/**
 * Wishes for a new password. Asking writes one row, whether the address has an account or not, so that neither the answer nor its time tells;
 * a moment later the row is worked off. A wish that is in the table outlives a kill.
 */
@Repository
class ResetRequests {

    private static final Logger log = LoggerFactory.getLogger(ResetRequests.class);

    private record Wish(long id, String email) {}

    private final JdbcClient jdbc;
    private final AccountDirectory accounts;
    private final AccountMails mails;
    private final ResetSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResetRequests(
            JdbcClient jdbc,
            AccountDirectory accounts,
            AccountMails mails,
            ResetSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void ask(String email) {
        jdbc.sql("INSERT INTO reset_request (email, asked_at) VALUES (?, ?)")
                .params(email, Utc.millis(clock.instant()))
                .update();
    }

    @Scheduled(fixedDelay = 500)
    void workOff() {
        while (transaction.execute(commit -> workOffSome())) {
            // until none is left
        }
    }

    private boolean workOffSome() {
        List<Wish> wishes = jdbc.sql("SELECT id, email FROM reset_request ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED")
                .query((row, n) -> new Wish(row.getLong("id"), row.getString("email")))
                .list();
        for (Wish wish : wishes) {
            accounts.findAll(wish.email()).forEach(this::mail);
            jdbc.sql("DELETE FROM reset_request WHERE id = ?").param(wish.id()).update();
        }
        return !wishes.isEmpty();
    }

    private void mail(Profile account) {
        int sent = mails.countSince(
                account.id(), AccountMailKind.RESET_PASSWORD, clock.instant().minus(settings.window()));
        if (sent >= settings.perAccount()) {
            log.info("No further reset link is sent to account {} for now", account.id());
        } else {
            mails.request(account.id(), AccountMailKind.RESET_PASSWORD, account.email());
        }
    }
}
