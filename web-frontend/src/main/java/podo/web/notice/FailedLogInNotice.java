package podo.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells an account's owner once, on the first page after a log-in, that others failed before. */
public record FailedLogInNotice(int count, Instant since) {

    private static final String ATTRIBUTE = "podo.failed-log-ins";

    /** As a text, which every serialisation of sessions knows. */
    public static void keep(HttpSession session, @Nullable Integer count, @Nullable Instant since) {
        if (count != null && since != null) {
            session.setAttribute(ATTRIBUTE, count + " " + since);
        }
    }

    /** Null when there is none, or it was told already. */
    public static @Nullable FailedLogInNotice take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String kept)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        String[] parts = kept.split(" ");
        return new FailedLogInNotice(Integer.parseInt(parts[0]), Instant.parse(parts[1]));
    }
}
