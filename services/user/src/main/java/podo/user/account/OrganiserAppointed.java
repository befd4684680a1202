package podo.user.account;

/** An account has the role ORGANISER; published inside this service and the transaction, at each start for accounts of the settings. */
public record OrganiserAppointed(long accountId, String name) {}
