package podo.inventory.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The hold is not in a state for this: 409 with the reason as its name. */
class HoldRefused extends Problem {

    private HoldRefused(String name) {
        super(HttpStatus.CONFLICT, name);
    }

    static HoldRefused lapsed() {
        return new HoldRefused("hold-lapsed");
    }

    static HoldRefused pinned() {
        return new HoldRefused("hold-pinned");
    }

    static HoldRefused sold() {
        return new HoldRefused("hold-sold");
    }

    static HoldRefused extendedOften() {
        return new HoldRefused("no-more-extensions");
    }

    static HoldRefused salesEnded() {
        return new HoldRefused("sales-ended");
    }
}
