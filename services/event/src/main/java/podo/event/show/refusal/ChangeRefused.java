package podo.event.show.refusal;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.InvalidField;
import podo.starter.problem.Problem;

/** A published event cannot be changed like this now: 409 with the reason, and the fields that it concerns as {@code fields}. */
public class ChangeRefused extends Problem {

    private ChangeRefused(String name, List<String> fields) {
        super(HttpStatus.CONFLICT, name);
        if (!fields.isEmpty()) {
            with(
                    "fields",
                    fields.stream()
                            .map(field -> new InvalidField.Field(field, name))
                            .toList());
        }
    }

    /** The waiting line is open, or opens in a moment, for the times that were announced. */
    public static ChangeRefused lineOpen(List<String> fields) {
        return new ChangeRefused("line-open", fields);
    }

    /** Fans hold seats, or pay for them, on these terms. */
    public static ChangeRefused seatsHeld(List<String> fields) {
        return new ChangeRefused("seats-held", fields);
    }

    /** A seat is held whose grade would get another name. */
    public static ChangeRefused gradeHeld() {
        return new ChangeRefused("grade-held", List.of("grades"));
    }

    /** A seat is sold whose grade would get another name. */
    public static ChangeRefused gradeSold() {
        return new ChangeRefused("grade-sold", List.of("grades"));
    }

    /** Another change of the same event is not decided yet. */
    public static ChangeRefused changeRunning() {
        return new ChangeRefused("change-running", List.of());
    }
}
