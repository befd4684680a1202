package podo.reservation.waitingroom.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The Lua scripts behind the calls of fans. Each is one atomic change of one event's room in Redis; all keys of a room have the
 * hash tag {@code {room:ID}}. Throws what Spring Data Redis throws while Redis is away.
 */
@Component
public class LineScripts {

    /** The keys of a room, in the order of {@code KEYS} in the scripts. */
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

    private static final String REDIS_CLOCK = "redis.call('TIME')";

    @SuppressWarnings("rawtypes")
    private final Map<String, RedisScript<List>> scripts = new ConcurrentHashMap<>();

    private final StringRedisTemplate redis;
    private final String clock;

    @Autowired
    public LineScripts(StringRedisTemplate redis) {
        this(redis, REDIS_CLOCK);
    }

    /** @param clock replaces the clock of Redis: a Lua expression of {seconds, microseconds} */
    public LineScripts(StringRedisTemplate redis, String clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Joins the line, or answers the place that the fan has.
     *
     * @param receiptNumber the number of a receipt, 0 without one
     * @param receiptTicketId the ticket of that receipt, empty without one
     */
    public FanStanding join(long eventId, long fanId, String ticketId, long receiptNumber, String receiptTicketId) {
        return FanStanding.read(run("join", eventId, fanId, ticketId, receiptNumber, receiptTicketId));
    }

    /** The fan's place; counts as a heartbeat. */
    public FanStanding status(long eventId, long fanId) {
        return FanStanding.read(run("status", eventId, fanId));
    }

    /** Turns an offer into this pass; a fan who has a pass keeps it. */
    public FanStanding enter(long eventId, long fanId, String passId, long passMillis) {
        return FanStanding.read(run("enter", eventId, fanId, passId, passMillis));
    }

    /** Extends the fan's pass; REFUSED when the pass had {@code mostExtensions} already. */
    public FanStanding extend(long eventId, long fanId, long addedMillis, int mostExtensions) {
        return FanStanding.read(run("extend", eventId, fanId, addedMillis, mostExtensions));
    }

    /** Removes the fan from the line, whatever the place; a pass is used up. */
    public void leave(long eventId, long fanId) {
        run("leave", eventId, fanId, "", 0);
    }

    /** Marks the pass as used up, and removes the fan when it is the fan's current one. */
    public void endPass(long eventId, long fanId, String passId, long keptMillis) {
        run("leave", eventId, fanId, passId, keptMillis);
    }

    /** Counts heartbeats of fans inside and finds the passes that have no slot. */
    public SlotCheck heartbeats(long eventId, List<PassHeartbeat> heartbeats, long silenceInsideMillis, int cap) {
        List<Object> args = new ArrayList<>();
        heartbeats.forEach(heartbeat -> args.addAll(heartbeat.args()));
        args.add(silenceInsideMillis);
        args.add(cap);
        return SlotCheck.read(run("heartbeats", eventId, args.toArray()));
    }

    public String key(long eventId, String name) {
        return "{room:" + eventId + "}:" + name;
    }

    /** Runs a script by its file name; all arguments are sent as text. */
    ScriptReply run(String script, long eventId, Object... args) {
        Object[] texts = Stream.of(args).map(String::valueOf).toArray();
        Object reply = redis.execute(scripts.computeIfAbsent(script, this::load), keys(eventId), texts);
        return new ScriptReply(reply instanceof List<?> list ? list : List.of());
    }

    @SuppressWarnings("rawtypes")
    private RedisScript<List> load(String script) {
        return new DefaultRedisScript<>(source(script).replace(REDIS_CLOCK, clock), List.class);
    }

    private List<String> keys(long eventId) {
        return KEYS.stream().map(name -> key(eventId, name)).toList();
    }

    /** The Lua text of a script, with the functions that all scripts share in front. */
    public static String source(String script) {
        return read("prelude") + "\n" + read(script);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("podo/reservation/waitingroom/script/" + name + ".lua")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
