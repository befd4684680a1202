package podo.reservation.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.reservation.BoxOfficeBuyers;
import podo.starter.jdbc.Utc;

/** The tables of known accounts and of the terms by which they are found. */
@Repository
public class KnownAccounts {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    KnownAccounts(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Notes that this account's name will be needed; it is asked for soon afterwards. */
    public void expect(long id) {
        jdbc.sql("INSERT IGNORE INTO known_account (id) VALUES (?)").param(id).update();
    }

    /** Those of which the user service was asked. */
    Map<Long, KnownAccount> findAsked(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT id, name, email FROM known_account WHERE id IN (:ids) AND asked_at IS NOT NULL")
                .param("ids", ids)
                .query((row, n) -> new KnownAccount(row.getLong("id"), row.getString("name"), row.getString("email")))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownAccount::id, Function.identity()));
    }

    public Optional<KnownAccount> find(long id) {
        return Optional.ofNullable(findAsked(List.of(id)).get(id));
    }

    /** Accounts of which the user service was never asked, then those whose name is older than {@code age}. */
    List<Long> findDue(Duration age, int limit) {
        return jdbc.sql("""
                        SELECT id FROM known_account WHERE (asked_at IS NULL OR asked_at < :before) AND id < :accounts
                        ORDER BY asked_at LIMIT :limit
                        """)
                .param("accounts", BoxOfficeBuyers.BASE)
                .param("before", Utc.millis(clock.instant().minus(age)))
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Accounts of which the user service was never asked. */
    List<Long> findNew(int limit) {
        return jdbc.sql("SELECT id FROM known_account WHERE asked_at IS NULL AND id < ? LIMIT ?")
                .params(BoxOfficeBuyers.BASE, limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Stores what the user service said now, or what a buyer at a box office said, who has no account; terms are written only where something has changed. */
    @Transactional
    public void store(Collection<KnownAccount> said) {
        Map<Long, KnownAccount> before =
                findAsked(said.stream().map(KnownAccount::id).toList());
        batches.batchUpdate(
                "INSERT INTO known_account (id, name, email, asked_at) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE name = VALUES(name), email = VALUES(email), asked_at = VALUES(asked_at)",
                said.stream()
                        .map(account ->
                                new Object[] {account.id(), account.name(), account.email(), Utc.millis(clock.instant())
                                })
                        .toList());
        List<KnownAccount> changed = said.stream()
                .filter(account -> !account.equals(before.get(account.id())))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql("DELETE FROM known_account_term WHERE account_id IN (:ids)")
                .param("ids", changed.stream().map(KnownAccount::id).toList())
                .update();
        batches.batchUpdate(
                "INSERT IGNORE INTO known_account_term (term, account_id) VALUES (?, ?)",
                changed.stream()
                        .flatMap(account ->
                                AccountTerms.of(account).stream().map(term -> new Object[] {term, account.id()}))
                        .toList());
    }

    /** The account is deleted: its name is not kept here either. Orders stay and belong to nobody who is named. */
    @Transactional
    public void forget(long id) {
        store(List.of(KnownAccount.unknown(id)));
    }
}
