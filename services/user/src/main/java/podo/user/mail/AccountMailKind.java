package podo.user.mail;

import java.time.Duration;

/** What a mail about an account is for, and how long it is worth sending or its link works. */
public enum AccountMailKind {
    /** A link that shows that the owner reads mails to the account's address. */
    CONFIRM_ADDRESS(Duration.ofDays(7), true),
    /** Such a link to a new address, which becomes the account's when it is opened. */
    CHANGE_ADDRESS(Duration.ofDays(1), true),
    /** A link that sets a new password. */
    RESET_PASSWORD(Duration.ofMinutes(30), true),
    /** A link that makes whoever has the address a member of a team; the account is the inviter's. */
    TEAM_INVITATION(Duration.ofDays(7), true),
    /** Tells that the password was changed. */
    PASSWORD_CHANGED(Duration.ofDays(1), false),
    /** Tells the old address that the account has another one. */
    ADDRESS_CHANGED(Duration.ofDays(1), false),
    /** Tells that somebody can log in with another passkey from now on. */
    PASSKEY_ADDED(Duration.ofDays(1), false),
    /** Tells that a passkey was removed. */
    PASSKEY_REMOVED(Duration.ofDays(1), false),
    /** Tells of a log-in from a device that was not seen before. */
    NEW_DEVICE(Duration.ofDays(1), false);

    private final Duration life;
    private final boolean hasLink;

    AccountMailKind(Duration life, boolean hasLink) {
        this.life = life;
        this.hasLink = hasLink;
    }

    Duration life() {
        return life;
    }

    boolean hasLink() {
        return hasLink;
    }
}
