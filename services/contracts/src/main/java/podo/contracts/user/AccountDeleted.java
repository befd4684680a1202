package podo.contracts.user;

/** An account was deleted by its owner: nobody logs in to it any more, and its number names nobody. */
public record AccountDeleted(long accountId) implements UserMessage {}
