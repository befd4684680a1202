package podo.reservation.waitingroom;

import java.util.List;
import java.util.Properties;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** What a tick, a join and an answer cost in a line of so many, as Redis itself counts it. */
final class LongLine {

    /** Microseconds inside Redis per call, and bytes of memory per fan. */
    record Cost(int fans, double tickMicros, double joinMicros, double answerMicros, double bytesPerFan) {}

    private static final int PART = 5_000;
    private static final RedisScript<Long> FILL = RedisScript.of("""
                    for i = tonumber(ARGV[1]), tonumber(ARGV[2]) do
                      redis.call('HSET', KEYS[2], i, string.format('%022d', i) .. '|' .. i)
                      redis.call('ZADD', KEYS[3], i, i)
                      redis.call('ZADD', KEYS[4], ARGV[3], i)
                    end
                    redis.call('HSET', KEYS[1], 'next', ARGV[2], 'ceiling', '1000000000000')
                    return 1""", Long.class);

    private final LineStage stage;
    private final StringRedisTemplate redis;
    private final Steps steps;

    LongLine(LineStage stage) {
        this.stage = stage;
        this.redis = stage.bean(StringRedisTemplate.class);
        this.steps = stage.bean(Steps.class);
    }

    Cost measure(int fans) {
        long event = stage.openRoom(0, 1_000_000);
        stage.bean(Rooms.class).steer(event, 0, 1_000_000, Room.Mode.PAUSED);
        tick(event, 0); // without a lobby the first tick only opens the line
        double before = number("used_memory");
        List<String> keys = List.of(
                steps.key(event, "meta"), steps.key(event, "fans"), steps.key(event, "line"), steps.key(event, "seen"));
        for (int from = 1; from <= fans; from += PART) {
            redis.execute(FILL, keys, "" + from, "" + Math.min(fans, from + PART - 1), "" + System.currentTimeMillis());
        }
        double bytes = (number("used_memory") - before) / fans;
        double answer = cost(2_000, i -> steps.run("look", event, 1 + (i * 7919L) % fans));
        double join = cost(2_000, i -> steps.run("join", event, fans + 1L + i, "%022d".formatted(fans + i), 0));
        double tick = cost(50, i -> tick(event, 100));
        redis.unlink(redis.keys("{room:" + event + "}*"));
        return new Cost(fans, tick, join, answer, bytes);
    }

    private void tick(long event, int rate) {
        redis.opsForHash().put(steps.key(event, "meta"), "tickedAt", "" + (System.currentTimeMillis() - 1_000));
        steps.run("tick", event, 0, rate, 1_000_000, 10_000_000, 2_000_000, 3_600_000, "OPEN", 1, 0, 0, 0);
    }

    private interface Step {
        void run(int i);
    }

    /** The ticker's own ticks find the room paused and cost next to nothing; medians of ten parts keep them out. */
    private double cost(int calls, Step step) {
        double[] parts = new double[10];
        for (int part = 0; part < parts.length; part++) {
            double usec = stat("usec");
            double times = stat("calls");
            for (int i = 0; i < calls / parts.length; i++) {
                step.run(part * (calls / parts.length) + i);
            }
            parts[part] = (stat("usec") - usec) / (stat("calls") - times);
        }
        java.util.Arrays.sort(parts);
        return parts[parts.length / 2];
    }

    private double stat(String field) {
        String evalsha = info("commandstats").getProperty("cmdstat_evalsha", "");
        for (String part : evalsha.split(",")) {
            if (part.startsWith(field + "=")) {
                return Double.parseDouble(part.substring(field.length() + 1));
            }
        }
        return 0;
    }

    private double number(String field) {
        return Double.parseDouble(info("memory").getProperty(field));
    }

    private Properties info(String section) {
        return redis.execute((org.springframework.data.redis.core.RedisCallback<Properties>) connection -> {
            RedisServerCommands server = connection.serverCommands();
            return server.info(section);
        });
    }
}
