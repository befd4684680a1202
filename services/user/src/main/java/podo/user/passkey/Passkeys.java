package podo.user.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/** The passkeys of an account, for its owner. */
@Repository
public class Passkeys {

    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    public List<Passkey> of(long accountId) {
        return jdbc.sql(
                        "SELECT id, name, created_at, last_used_at FROM passkey WHERE account_id = ? ORDER BY created_at, id")
                .param(accountId)
                .query(Passkeys::read)
                .list();
    }

    /** Removes all that is known of the account's authenticators. */
    @Transactional
    public void forget(long accountId) {
        jdbc.sql("DELETE FROM passkey WHERE account_id = ?").param(accountId).update();
        jdbc.sql("DELETE FROM passkey_owner WHERE account_id = ?")
                .param(accountId)
                .update();
    }

    /** False when the account has no such key. */
    boolean remove(long accountId, long id) {
        return jdbc.sql("DELETE FROM passkey WHERE id = ? AND account_id = ?")
                        .params(id, accountId)
                        .update()
                == 1;
    }

    private static Passkey read(ResultSet row, int n) throws SQLException {
        return new Passkey(
                row.getLong("id"),
                row.getString("name"),
                Utc.instant(row, "created_at"),
                Utc.instantOrNull(row, "last_used_at"));
    }
}
