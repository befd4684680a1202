package podo.user.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import podo.starter.security.Fan;

/** Somebody who may log in; an organiser may also sell. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String email = "";
    private String emailKey = "";
    private String name = "";
    private String passwordHash = "";
    private boolean organiser;
    private Instant createdAt = Instant.EPOCH;

    protected Account() {}

    Account(String email, String name, String passwordHash, boolean organiser, Instant createdAt) {
        this.email = email;
        this.emailKey = key(email);
        this.name = name;
        this.passwordHash = passwordHash;
        this.organiser = organiser;
        this.createdAt = createdAt;
    }

    /** What makes two e-mails the same account. */
    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    Fan fan() {
        if (id == null) {
            throw new IllegalStateException("not saved yet");
        }
        return new Fan(id, email, name, organiser);
    }

    String passwordHash() {
        return passwordHash;
    }

    void rehash(String newHash) {
        passwordHash = newHash;
    }

    void promote() {
        organiser = true;
    }
}
