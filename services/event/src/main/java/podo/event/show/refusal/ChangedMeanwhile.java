package podo.event.show.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The event was saved by somebody else since it was read: 409 {@code changed-meanwhile} with its {@code version} now. */
public class ChangedMeanwhile extends Problem {

    public ChangedMeanwhile(int version) {
        super(HttpStatus.CONFLICT, "changed-meanwhile");
        with("version", version);
    }
}
