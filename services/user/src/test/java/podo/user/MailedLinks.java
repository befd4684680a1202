package podo.user;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.guard.KeyedHash;

/** Reads what the mails about accounts would say. */
public class MailedLinks {

    @TestConfiguration
    static class Installed {

        @Bean
        MailedLinks mailedLinks(JdbcClient jdbc, KeyedHash hash) {
            return new MailedLinks(jdbc, hash);
        }
    }

    private final JdbcClient jdbc;
    private final KeyedHash hash;

    MailedLinks(JdbcClient jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    /** Tokens of the mails of a kind to this address, oldest first, also of those that are ended. */
    public List<String> tokens(String email, String kind) {
        return jdbc
                .sql("SELECT id FROM account_mail WHERE email = ? AND kind = ? ORDER BY issued_at, id")
                .params(email, kind)
                .query(String.class)
                .list()
                .stream()
                .map(id -> id + hash.of("account-mail-" + kind, id))
                .toList();
    }
}
