package podo.inventory.hold;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/**
 * Fewer places are left in an area than the fan asked for: 409 {@code area-full} with what is left, in {@code areas} for each area of
 * the request that is short, and in {@code left} for the first of them. Nothing was held.
 */
public class AreaFull extends Problem {

    /** @param available places that are left */
    public record Left(long id, int available) {}

    /** @param areas at least one */
    public AreaFull(List<Left> areas) {
        super(HttpStatus.CONFLICT, "area-full", areas.getFirst().available());
        with("areas", areas);
        with("areaId", areas.getFirst().id());
        with("left", areas.getFirst().available());
    }
}
