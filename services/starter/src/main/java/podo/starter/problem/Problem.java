package podo.starter.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal, answered as {@code application/problem+json}: {@code type} is {@code urn:problem:<name>}, {@code detail} the text under
 * {@code problem.<name>} in the service's {@code problems.properties}, in the caller's language. Each subclass has one name, one text
 * per language and one test.
 */
public abstract class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String name;
    private final Object[] args;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    protected Problem(HttpStatus status, String name, Object... args) {
        super(name, null, false, false);
        this.status = status;
        this.name = name;
        this.args = args;
    }

    /** Adds a member to the body, such as the seats that are taken. */
    protected final Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds the header {@code Retry-After} (whole seconds, at least 1). */
    protected final Problem retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    public final HttpStatus status() {
        return status;
    }

    public final String name() {
        return name;
    }

    final Object[] args() {
        return args;
    }

    final Map<String, Object> members() {
        return members;
    }

    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
