package podo.event.venue;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Somebody else saved the hall's plan meanwhile: 409 {@code plan-changed} with the {@code version} that it has now. */
public class PlanChanged extends Problem {

    PlanChanged(int version) {
        super(HttpStatus.CONFLICT, "plan-changed");
        with("version", version);
    }
}
