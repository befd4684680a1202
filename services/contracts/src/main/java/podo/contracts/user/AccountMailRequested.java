package podo.contracts.user;

/** The owner of an account is to get a mail; the user service knows under {@code mailId} what it says, as long as that is valid. */
public record AccountMailRequested(long accountId, String mailId) implements UserMessage {}
