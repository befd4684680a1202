package podo.starter.trace;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Why the current request is refused, for {@link NotableRequests}. */
public final class Refusal {

    static final String ATTRIBUTE = "podo.refusal";

    private Refusal() {}

    /** @param problem the name behind {@code urn:problem:} */
    public static void name(String problem) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, problem, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
