package podo.reservation.booking.order.boxoffice;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Fewer places are left in an area than were to be sold: 409 {@code area-full} with {@code areas} and {@code left}. Nothing was sold. */
class SoldPlacesGone extends Problem {

    SoldPlacesGone(List<Map<String, Long>> areas, long left) {
        super(HttpStatus.CONFLICT, "area-full", left);
        with("areas", areas);
        with("left", left);
    }
}
