package podo.reservation.booking.order;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** What the mail says is not true any more, so that sending it again would send nothing: 409 {@code mail-outdated}. */
class MailOutdated extends Problem {

    MailOutdated() {
        super(HttpStatus.CONFLICT, "mail-outdated");
    }
}
