package podo.user.mail;

import java.util.Map;

/** A mail about an account, the address to which it goes, and what its letter names. */
public record AccountMail(String id, long accountId, AccountMailKind kind, String email, Map<String, String> words) {

    /** Leaves out the address. */
    @Override
    public String toString() {
        return "AccountMail[" + kind + "]";
    }
}
