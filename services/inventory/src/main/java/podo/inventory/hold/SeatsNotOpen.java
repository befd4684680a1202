package podo.inventory.hold;

import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The presale does not open some of the chosen seats or areas: 409 {@code seats-not-open} with their ids, and when the general sale opens. */
public class SeatsNotOpen extends Problem {

    public SeatsNotOpen(List<Long> ids, Instant opensAt) {
        super(HttpStatus.CONFLICT, "seats-not-open", ids.size());
        with("seats", ids);
        with("opensAt", opensAt);
    }
}
