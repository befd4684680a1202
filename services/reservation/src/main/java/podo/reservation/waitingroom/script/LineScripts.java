package podo.reservation.waitingroom.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** The line's atomic steps, one Lua script each, all keys of an event under one hash tag. */
@Component
public class LineScripts {

    public static final List<String> KEYS = List.of(
            "meta",
            "fans",
            "line",
            "seen",
            "offers",
            "inside",
            "alive",
            "passes",
            "missed",
            "parked",
            "late",
            "since",
            "lobby",
            "restored",
            "aside",
            "ended");

    @SuppressWarnings("rawtypes")
    private final Map<String, RedisScript<List>> scripts;

    private final StringRedisTemplate redis;

    @Autowired
    LineScripts(StringRedisTemplate redis) {
        this(redis, "redis.call('TIME')");
    }

    /** With a clock of one's own in the place of Redis's: a Lua expression of {seconds, microseconds}. */
    LineScripts(StringRedisTemplate redis, String clock) {
        this.redis = redis;
        String prelude = read("prelude").replace("redis.call('TIME')", clock);
        this.scripts = Stream.of(
                        "open", "reserve", "join", "look", "enter", "leave", "extend", "signs", "tick", "halt", "pulse",
                        "number", "behind", "drawn")
                .collect(Collectors.toMap(
                        name -> name, name -> new DefaultRedisScript<>(prelude + "\n" + read(name), List.class)));
    }

    /** Runs the step; numbers come back as Long, texts as String. */
    public Reply run(String step, long eventId, Object... args) {
        Object[] texts = Stream.of(args).map(String::valueOf).toArray();
        Object answer = redis.execute(scripts.get(step), keys(eventId), texts);
        return new Reply(answer instanceof List<?> list ? list : List.of());
    }

    public String key(long eventId, String name) {
        return "{room:" + eventId + "}:" + name;
    }

    private List<String> keys(long eventId) {
        return KEYS.stream().map(name -> key(eventId, name)).toList();
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("podo/reservation/waitingroom/" + name + ".lua")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a step answered. */
    public record Reply(List<?> values) {

        String word() {
            return values.isEmpty() ? "" : text(0);
        }

        String text(int i) {
            return String.valueOf(values.get(i));
        }

        long number(int i) {
            return values.get(i) instanceof Number number ? number.longValue() : Long.parseLong(text(i));
        }
    }
}
