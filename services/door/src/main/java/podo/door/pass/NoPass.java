package podo.door.pass;

import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** No pass, or one that is forged, expired or somebody else's: 403 {@code no-pass}. */
public class NoPass extends Problem {

    public NoPass() {
        super(HttpStatus.FORBIDDEN, "no-pass");
    }
}
