package podo.reservation.waitingroom.line;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Nobody can enter any more: 409 {@code sales-ended}, or {@code event-cancelled} when the event does not take place. */
class SaleEnded extends Problem {

    private SaleEnded(String name) {
        super(HttpStatus.CONFLICT, name);
    }

    static SaleEnded inTime() {
        return new SaleEnded("sales-ended");
    }

    static SaleEnded byCancellation() {
        return new SaleEnded("event-cancelled");
    }
}
