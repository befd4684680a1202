package podo.user.account;

/** Somebody signed up; published inside this service and the transaction. */
public record AccountOpened(long id, String email) {}
