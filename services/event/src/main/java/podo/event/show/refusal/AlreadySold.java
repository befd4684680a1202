package podo.event.show.refusal;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.InvalidField;
import podo.starter.problem.Problem;

/**
 * Seats were sold, so the event can only be cancelled, not withdrawn, and what buyers rely on stays: 409 {@code already-sold}, for a change
 * with its {@code fields}.
 */
public class AlreadySold extends Problem {

    public AlreadySold() {
        super(HttpStatus.CONFLICT, "already-sold");
    }

    /** @param fields that can't change any more */
    public AlreadySold(List<String> fields) {
        this();
        if (!fields.isEmpty()) {
            with(
                    "fields",
                    fields.stream()
                            .map(field -> new InvalidField.Field(field, "already-sold"))
                            .toList());
        }
    }
}
