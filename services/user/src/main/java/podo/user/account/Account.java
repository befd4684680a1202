package podo.user.account;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.starter.security.Fan;

/** An account that can log in; an organiser's account can also sell events. */
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
        this.emailKey = EmailKey.of(email);
        this.name = name;
        this.passwordHash = passwordHash;
        this.organiser = organiser;
        this.createdAt = createdAt;
    }

    Fan toFan() {
        long savedId = requireNonNull(id, "the account has no id before it is saved");
        return new Fan(savedId, email, name, organiser);
    }

    String passwordHash() {
        return passwordHash;
    }

    void replacePasswordHash(String newHash) {
        passwordHash = newHash;
    }

    void makeOrganiser() {
        organiser = true;
    }
}
