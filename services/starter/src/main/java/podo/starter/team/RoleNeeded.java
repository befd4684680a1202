package podo.starter.team;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A member's role does not allow this: 403 {@code role-needed}, which names the roles that do. */
public class RoleNeeded extends Problem {

    public RoleNeeded(Right right) {
        super(HttpStatus.FORBIDDEN, "role-needed", new DefaultMessageSourceResolvable("roles-with." + right));
        with("roles", right.roles());
    }
}
