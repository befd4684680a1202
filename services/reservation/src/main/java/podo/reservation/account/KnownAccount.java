package podo.reservation.account;

/** Name and e-mail of an account; both are empty when the account is deleted, or while the user service has not been asked. */
public record KnownAccount(long id, String name, String email) {

    static KnownAccount unknown(long id) {
        return new KnownAccount(id, "", "");
    }
}
