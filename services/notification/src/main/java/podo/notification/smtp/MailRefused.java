package podo.notification.smtp;

/** The mail server refuses this mail or its address for good: another try would end the same. */
class MailRefused extends Exception {

    MailRefused(String reason) {
        super(reason);
    }
}
