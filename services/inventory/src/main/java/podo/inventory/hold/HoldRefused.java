package podo.inventory.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The hold's state does not allow the request: 409 with the reason as problem type. */
public class HoldRefused extends Problem {

    private HoldRefused(String name) {
        super(HttpStatus.CONFLICT, name);
    }

    public static HoldRefused lapsed() {
        return new HoldRefused("hold-lapsed");
    }

    public static HoldRefused pinned() {
        return new HoldRefused("hold-pinned");
    }

    public static HoldRefused sold() {
        return new HoldRefused("hold-sold");
    }

    public static HoldRefused extendedOften() {
        return new HoldRefused("no-more-extensions");
    }

    public static HoldRefused eventCancelled() {
        return new HoldRefused("event-cancelled");
    }

    public static HoldRefused notOnSaleYet() {
        return new HoldRefused("not-on-sale");
    }

    public static HoldRefused presaleOver() {
        return new HoldRefused("presale-over");
    }

    public static HoldRefused salesEnded() {
        return new HoldRefused("sales-ended");
    }
}
