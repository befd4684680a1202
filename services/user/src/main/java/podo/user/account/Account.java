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
import podo.user.account.AccountDirectory.FailedLogIns;

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

    /** Of mails: {@code ko} or {@code en}. */
    private String language = "ko";

    /** Counts the passwords of this account; tokens of devices end with it. */
    private int passwordVersion;

    private int failedLogIns;
    private @Nullable Instant failedSince;

    /** Null until the owner has opened the link of a mail to this address. */
    private @Nullable Instant emailConfirmedAt;

    /** Null until somebody has logged in. */
    private @Nullable Instant firstLogInAt;

    /** Null for an account that exists. */
    private @Nullable Instant deletedAt;

    protected Account() {}

    Account(String email, String name, String passwordHash, String language, Instant createdAt) {
        this.email = email;
        this.emailKey = EmailKey.of(email);
        this.lookAlikeHash = LookAlikeKey.of(email);
        this.name = name;
        this.passwordHash = passwordHash;
        this.language = language;
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
        return new Profile(id(), email, name, roles, language, emailConfirmedAt != null);
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

    void rename(String newName, String newLanguage) {
        name = newName;
        language = newLanguage;
    }

    void confirmEmail(Instant now) {
        emailConfirmedAt = now;
    }

    /** To an address that its owner has confirmed. */
    void moveTo(String newEmail, Instant now) {
        email = newEmail;
        emailKey = EmailKey.of(newEmail);
        lookAlikeHash = LookAlikeKey.of(newEmail);
        emailConfirmedAt = now;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Keeps the number, which bookings and payments name, and nothing of the person. No address has a key in capitals. */
    void delete(Instant now) {
        email = "";
        emailKey = "DELETED:" + id();
        lookAlikeHash = null;
        name = "";
        passwordHash = "";
        passwordVersion++;
        failedLogIns = 0;
        failedSince = null;
        firstLogInAt = null;
        emailConfirmedAt = null;
        deletedAt = now;
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
