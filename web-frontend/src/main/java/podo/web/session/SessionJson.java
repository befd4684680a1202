package podo.web.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a value of a session as {@code {"type": NAME, "value": …}}, of the known {@link SessionType}s only. */
final class SessionJson implements RedisSerializer<Object> {

    /** Read where the bytes are no value of this version. */
    static final Object UNREADABLE = new Object();

    private static final Logger log = LoggerFactory.getLogger(SessionJson.class);
    private static final List<SessionType<?, ?>> SIMPLE = List.of(
            SessionType.of("text", String.class),
            SessionType.of("int", Integer.class),
            SessionType.of("long", Long.class),
            new SessionType<>(
                    "ints",
                    List.class,
                    Integer[].class,
                    list -> ((List<?>) list).stream().map(Integer.class::cast).toArray(Integer[]::new),
                    Arrays::asList));

    private final List<SessionType<?, ?>> types;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    SessionJson(List<SessionType<?, ?>> types) {
        this.types = Stream.concat(SIMPLE.stream(), types.stream()).toList();
    }

    /** Throws for a value of another type: a session must not hold what cannot be read again. */
    @Override
    public byte[] serialize(@Nullable Object value) {
        if (value == null) {
            return new byte[0];
        }
        SessionType<?, ?> type = types.stream()
                .filter(known -> known.type().isInstance(value))
                .findFirst()
                .orElseThrow(() -> new SerializationException("No SessionType for " + value.getClass()));
        return json.writeValueAsBytes(
                json.createObjectNode().put("type", type.name()).set("value", json.valueToTree(type.toJson(value))));
    }

    /** {@link #UNREADABLE} where the bytes are no value of a known type, and null for an attribute that was removed. */
    @Override
    public @Nullable Object deserialize(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        try {
            JsonNode stored = json.readTree(bytes);
            Optional<SessionType<?, ?>> type = types.stream()
                    .filter(known -> known.name().equals(stored.path("type").asString("")))
                    .findFirst();
            return type.isPresent() ? read(type.get(), stored.path("value")) : UNREADABLE;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.debug("A session attribute is unreadable", e);
            return UNREADABLE;
        }
    }

    private <T, J> Object read(SessionType<T, J> type, JsonNode value) {
        J stored = value.isNull() || value.isMissingNode() ? null : json.treeToValue(value, type.json());
        return stored == null ? UNREADABLE : type.toValue(stored);
    }
}
