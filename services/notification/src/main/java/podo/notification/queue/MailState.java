package podo.notification.queue;

/** How far a mail has come. */
public enum MailState {
    /** To be sent when it is due; tried again after a failure. */
    QUEUED,
    /** The mail server has taken it. */
    SENT,
    /** Given up: the last try failed, or the address is refused for good. */
    FAILED,
    /** Not needed any more when its time came. */
    DROPPED
}
