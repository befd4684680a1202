package podo.web.live;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The id of the log-in that a session is of, by which everything that this log-in was given ends at log-out. */
public final class LogInOfSession {

    private static final String ATTRIBUTE = "podo.log-in";

    private LogInOfSession() {}

    public static void keep(HttpSession session, @Nullable String logIn) {
        session.setAttribute(ATTRIBUTE, logIn);
    }

    public static @Nullable String of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String logIn ? logIn : null;
    }
}
