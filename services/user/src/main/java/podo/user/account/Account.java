package podo.user.account;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import podo.starter.security.Role;

/** An account that can log in; an organiser's account can also sell events. */
@Entity
@DynamicUpdate
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String email = "";
    private String emailKey = "";

    /** Null for an account from before, which looks like an older one. */
    private byte @Nullable [] lookAlikeHash;

    private String name = "";
    private String passwordHash = "";
    private boolean organiser;

    @Column(name = "is_operator")
    private boolean operator;

    private boolean doorStaff;

    private Instant createdAt = Instant.EPOCH;

    /** Counts the passwords of this account; tokens of devices end with it. */
    private int passwordVersion;

    private int failedLogIns;
    private @Nullable Instant failedSince;

    protected Account() {}

    Account(String email, String name, String passwordHash, Instant createdAt) {
        this.email = email;
        this.emailKey = EmailKey.of(email);
        this.lookAlikeHash = LookAlikeKey.of(email);
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    Profile profile() {
        EnumSet<Role> roles = EnumSet.of(Role.FAN);
        if (organiser) {
            roles.add(Role.ORGANISER);
        }
        if (operator) {
            roles.add(Role.OPERATOR);
        }
        if (doorStaff) {
            roles.add(Role.DOOR);
        }
        return new Profile(id(), email, name, roles);
    }

    long id() {
        return requireNonNull(id, "the account has no id before it is saved");
    }

    int passwordVersion() {
        return passwordVersion;
    }

    @Nullable
    FailedLogIns failedLogIns() {
        return failedSince == null ? null : new FailedLogIns(failedLogIns, failedSince);
    }

    String passwordHash() {
        return passwordHash;
    }

    void replacePasswordHash(String newHash) {
        passwordHash = newHash;
    }

    /** Unlike {@link #replacePasswordHash}: another password, with which the tokens of devices end. */
    void changePassword(String newHash) {
        passwordHash = newHash;
        passwordVersion++;
    }

    void grant(Role role) {
        switch (role) {
            case ORGANISER -> organiser = true;
            case OPERATOR -> operator = true;
            case DOOR -> doorStaff = true;
            case FAN -> {}
        }
    }
}
