package podo.user.mail;

/** A mail about an account, and the address to which it goes. */
public record AccountMail(String id, long accountId, AccountMailKind kind, String email) {

    /** Leaves out the address. */
    @Override
    public String toString() {
        return "AccountMail[" + kind + "]";
    }
}
