package podo.web.session;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.MapSession;
import org.springframework.session.data.redis.RedisSessionMapper;

/**
 * A session that this version cannot read, because another version wrote it, counts as absent: the fan logs in again instead of
 * seeing an error at each request.
 */
final class ReadableSessions implements BiFunction<String, Map<String, Object>, MapSession> {

    private static final Logger log = LoggerFactory.getLogger(ReadableSessions.class);

    private static final Object UNREADABLE = new Object();

    private final RedisSessionMapper mapper = new RedisSessionMapper();

    /** Reads {@link #UNREADABLE} where the bytes are no object of this version, and null for an attribute that was removed. */
    static RedisSerializer<Object> serializer(ClassLoader loader) {
        return new JdkSerializationRedisSerializer(loader) {
            @Override
            public @Nullable Object deserialize(byte @Nullable [] bytes) {
                try {
                    return super.deserialize(bytes);
                } catch (SerializationException e) {
                    log.debug("A session attribute is unreadable", e);
                    return UNREADABLE;
                }
            }
        };
    }

    @Override
    @SuppressWarnings("NullAway") // null: the repository then answers that there is no such session
    public MapSession apply(String id, Map<String, Object> attributes) {
        return attributes.containsValue(UNREADABLE) ? null : mapper.apply(id, attributes);
    }
}
