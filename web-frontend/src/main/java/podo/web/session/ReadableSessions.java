package podo.web.session;

import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.session.MapSession;
import org.springframework.session.data.redis.RedisSessionMapper;

/**
 * A session with a value that this version cannot read, because another version or somebody else wrote it, counts as absent: the
 * fan logs in again instead of seeing an error at each request.
 */
final class ReadableSessions implements BiFunction<String, Map<String, Object>, MapSession> {

    private final RedisSessionMapper mapper = new RedisSessionMapper();

    @Override
    @SuppressWarnings("NullAway") // null: the repository then answers that there is no such session
    public MapSession apply(String id, Map<String, Object> attributes) {
        return attributes.containsValue(SessionJson.UNREADABLE) ? null : mapper.apply(id, attributes);
    }
}
