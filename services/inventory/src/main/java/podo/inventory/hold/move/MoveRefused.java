package podo.inventory.hold.move;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The order does not have these seats, or not any more: 409 {@code not-movable}. Nothing was moved. */
class MoveRefused extends Problem {

    MoveRefused() {
        super(HttpStatus.CONFLICT, "not-movable");
    }
}
