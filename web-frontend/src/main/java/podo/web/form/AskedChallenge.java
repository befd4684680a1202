package podo.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form that a service did not take before a challenge is solved, or before a moment. The session keeps the last one, so that its page can be reloaded.
 *
 * @param form is sent again with the solution
 * @param challenge the service's, as JSON
 * @param freeAt from when on the form is taken without a solution, in epoch milliseconds
 */
public record AskedChallenge(UnsentForm form, String challenge, long freeAt) {

    /** The field with the solution. */
    public static final String SOLUTION = "altcha";

    static final String ATTRIBUTE = "podo.challenge";

    public void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** Null when nothing was asked of this account. */
    public static @Nullable AskedChallenge of(HttpSession session, long account) {
        return session.getAttribute(ATTRIBUTE) instanceof AskedChallenge asked
                        && asked.form().owner() == account
                ? asked
                : null;
    }

    public String address() {
        return form.address();
    }

    /** What was sent, without an earlier solution. */
    public Map<String, List<String>> fields() {
        return form.fields().entrySet().stream()
                .filter(field -> !field.getKey().equals(SOLUTION))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the form came from the page of a challenge and was still not taken. No {@code is}: that would be a property of the JSON in the session. */
    public boolean wasSentAgain() {
        return form.fields().containsKey(SOLUTION);
    }

    public Instant freeFrom() {
        return Instant.ofEpochMilli(freeAt);
    }
}
