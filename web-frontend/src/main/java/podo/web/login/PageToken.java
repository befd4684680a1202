package podo.web.login;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access token of whoever asked for the current page, for calls that no HTTP interface makes. */
@Component
public class PageToken {

    private final SessionTokens tokens;

    PageToken(SessionTokens tokens) {
        this.tokens = tokens;
    }

    /** Null when nobody is logged in. */
    public @Nullable String find() {
        HttpSession session = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getSession(false)
                : null;
        return session == null ? null : tokens.validAccessToken(session);
    }
}
