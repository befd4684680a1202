package podo.notification.facts;

/** A service that knows what a mail says does not answer, or has not heard yet: the mail is tried again soon. */
public class FactsAway extends RuntimeException {

    public FactsAway(String reason) {
        super(reason, null, false, false);
    }
}
