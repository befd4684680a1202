package podo.notification.queue;

/** A mail was added; published inside this service, so that it is sent right after the commit. */
public record MailAdded() {}
