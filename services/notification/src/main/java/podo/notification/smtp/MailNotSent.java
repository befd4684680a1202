package podo.notification.smtp;

/** The mail was not sent, or nobody knows whether it was: to be tried again. */
class MailNotSent extends Exception {

    MailNotSent(String reason) {
        super(reason);
    }
}
