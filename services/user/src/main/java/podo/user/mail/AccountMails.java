package podo.user.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.user.AccountMailRequested;
import podo.outbox.Outbox;
import podo.starter.jdbc.Utc;
import podo.user.guard.KeyedHash;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mails about accounts. A link's token is the mail's id, 128 random bits, and a keyed hash of it: the id alone, which messages and the
 * notification service know, opens nothing. A newer mail of a kind ends the older ones; a token is used by one conditional UPDATE.
 */
@Repository
public class AccountMails {

    private static final int HASH_LENGTH = 43;
    private static final String VALID = " AND ended_at IS NULL AND ends_at > :now";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final KeyedHash hash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountMails(JdbcClient jdbc, Outbox outbox, KeyedHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.hash = hash;
        this.clock = clock;
    }

    /** Has a mail sent once the surrounding transaction has committed. @param email to which it goes */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(long accountId, AccountMailKind kind, String email) {
        request(accountId, kind, email, null);
    }

    /** @param device of which the mail tells; null when it tells of none, or the device did not say what it is */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(long accountId, AccountMailKind kind, String email, @Nullable String device) {
        if (kind.hasLink()) {
            endAll(accountId, kind);
        }
        insert(accountId, kind, email, device, Map.of());
    }

    /**
     * The same without ending what was sent before.
     *
     * @param words what the letter names
     * @return the mail's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String requestAnother(long accountId, AccountMailKind kind, String email, Map<String, String> words) {
        return insert(accountId, kind, email, null, words);
    }

    private String insert(
            long accountId, AccountMailKind kind, String email, @Nullable String device, Map<String, String> words) {
        LocalDateTime now = now();
        String id = newId();
        jdbc.sql("""
                INSERT INTO account_mail (id, account_id, kind, email, issued_at, ends_at, device, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(id, accountId, kind.name(), email, now, now.plus(kind.life()))
                .param(device)
                .param(words.isEmpty() ? null : JSON.writeValueAsString(words))
                .update();
        outbox.send(new AccountMailRequested(accountId, id));
        return id;
    }

    /** Ends one mail's link. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String id) {
        jdbc.sql("UPDATE account_mail SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
                .params(now(), id)
                .update();
    }

    /** How many mails of a kind were wanted since then. */
    public int countSince(long accountId, AccountMailKind kind, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM account_mail WHERE account_id = ? AND kind = ? AND issued_at > ?")
                .params(accountId, kind.name(), Utc.millis(since))
                .query(Integer.class)
                .single();
    }

    /** The mail that this token opens; it stays valid. */
    public Optional<AccountMail> look(String token, AccountMailKind kind) {
        return idOf(token, kind).flatMap(this::find).filter(mail -> mail.kind() == kind);
    }

    /** Uses the token; empty when it is not valid any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountMail> use(String token, AccountMailKind kind) {
        Optional<AccountMail> mail = look(token, kind);
        return mail.filter(valid -> jdbc.sql("UPDATE account_mail SET ended_at = :now WHERE id = :id" + VALID)
                        .param("now", now())
                        .param("id", valid.id())
                        .update()
                == 1);
    }

    /** Ends every link of an account, of one kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(long accountId, AccountMailKind kind) {
        jdbc.sql("UPDATE account_mail SET ended_at = ? WHERE account_id = ? AND kind = ? AND ended_at IS NULL")
                .params(now(), accountId, kind.name())
                .update();
    }

    /** For an account that is deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long accountId) {
        jdbc.sql("DELETE FROM account_mail WHERE account_id = ?")
                .param(accountId)
                .update();
    }

    /** A mail that is still worth sending. */
    Optional<AccountMail> find(String id) {
        return jdbc.sql("SELECT id, account_id, kind, email, issued_at, device, words FROM account_mail WHERE id = :id"
                        + VALID)
                .param("id", id)
                .param("now", now())
                .query(AccountMails::read)
                .optional();
    }

    String tokenOf(AccountMail mail) {
        return mail.id() + hash.of(purpose(mail.kind()), mail.id());
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void deleteOld() {
        jdbc.sql("DELETE FROM account_mail WHERE ends_at < ? LIMIT 10000")
                .param(Utc.millis(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private Optional<String> idOf(String token, AccountMailKind kind) {
        int length = token.length() - HASH_LENGTH;
        if (length <= 0 || !token.matches("[A-Za-z0-9_-]{1,100}")) {
            return Optional.empty();
        }
        String id = token.substring(0, length);
        return MessageDigest.isEqual(
                        hash.of(purpose(kind), id).getBytes(StandardCharsets.US_ASCII),
                        token.substring(length).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(id)
                : Optional.empty();
    }

    private static String purpose(AccountMailKind kind) {
        return "account-mail-" + kind;
    }

    private String newId() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private LocalDateTime now() {
        return Utc.millis(clock.instant());
    }

    private static AccountMail read(ResultSet row, int n) throws SQLException {
        return new AccountMail(
                row.getString("id"),
                row.getLong("account_id"),
                AccountMailKind.valueOf(row.getString("kind")),
                row.getString("email"),
                Utc.instant(row, "issued_at"),
                row.getString("device"),
                words(row.getString("words")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> words(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, Map.class);
    }
}
