package podo.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells an account's owner once, on the first page after a log-in, that others failed before. */
public record FailedLogInNotice(int count, Instant since) {

    private static final String ATTRIBUTE = "podo.failed-log-ins";

    /** As a text, which every serialisation of sessions knows. */
    public static void keep(HttpSession session, long account, @Nullable Integer count, @Nullable Instant since) {
        if (count != null && since != null) {
            session.setAttribute(ATTRIBUTE, account + " " + count + " " + since);
        }
    }

    public static boolean isIn(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) != null;
    }

    /** Null when there is none for this account, or it was told already. */
    public static @Nullable FailedLogInNotice take(HttpServletRequest request, long account) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ATTRIBUTE) instanceof String kept)
                || !kept.startsWith(account + " ")) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        String[] parts = kept.split(" ");
        return new FailedLogInNotice(Integer.parseInt(parts[1]), Instant.parse(parts[2]));
    }
}
