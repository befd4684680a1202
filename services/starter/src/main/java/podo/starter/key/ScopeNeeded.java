package podo.starter.key;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A key may not make this call: 403 {@code scope-needed}, with the scope that the call takes where there is one. */
public class ScopeNeeded extends Problem {

    /** @param scope null for a call that no key may make */
    public ScopeNeeded(@Nullable ApiScope scope) {
        super(HttpStatus.FORBIDDEN, "scope-needed", scope == null ? "–" : scope.word());
        if (scope != null) {
            with("scope", scope.word());
        }
    }
}
