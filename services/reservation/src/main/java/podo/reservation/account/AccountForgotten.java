package podo.reservation.account;

/** An account was deleted; published inside this service, maybe more than once. */
public record AccountForgotten(long accountId) {}
