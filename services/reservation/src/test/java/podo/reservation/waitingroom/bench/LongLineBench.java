package podo.reservation.waitingroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.TickCommand;

/** What a tick, a join and an answer cost in a line of so many, as Redis itself counts it. */
final class LongLineBench {

    /** Microseconds inside Redis per call, and bytes of memory per fan. */
    record Cost(int fans, double tickMicros, double joinMicros, double answerMicros, double bytesPerFan) {}

    /** Of each line, and of the longest while and just after Redis writes its file anew. */
    record Costs(List<Cost> lines, Cost writtenAnew) {}

    private static final int PART = 5_000;
    private static final int ROUNDS = 15;
    private static final RedisScript<Long> FILL = RedisScript.of("""
                    for i = tonumber(ARGV[1]), tonumber(ARGV[2]) do
                      redis.call('HSET', KEYS[2], i, string.format('%022d', i) .. '|' .. i)
                      redis.call('ZADD', KEYS[3], i, i)
                      redis.call('ZADD', KEYS[4], ARGV[3], i)
                    end
                    redis.call('HSET', KEYS[1], 'next', ARGV[2], 'ceiling', '1000000000000')
                    return 1""", Long.class);

    private final LineBenchServers stage;
    private final StringRedisTemplate redis;
    private final LineScripts scripts;

    LongLineBench(LineBenchServers stage) {
        this.stage = stage;
        this.redis = stage.bean(StringRedisTemplate.class);
        this.scripts = stage.bean(LineScripts.class);
    }

    /**
     * All lines stand side by side and are asked in turns, so that a slow minute of the machine meets each alike. Redis
     * writes its file anew only at the end: then the longest is asked once more, as each memory page is copied at first touch.
     */
    Costs measure(int... sizes) {
        writeAnewAt(0);
        List<Filled> lines = IntStream.of(sizes).mapToObj(this::fill).toList();
        for (int round = 0; round < ROUNDS; round++) {
            lines.forEach(this::ask);
        }
        List<Cost> costs = lines.stream().map(Filled::cost).toList();
        Filled longest = lines.getLast().again();
        redis.execute(server(RedisServerCommands::bgReWriteAof));
        for (int round = 0; round < ROUNDS; round++) {
            ask(longest);
        }
        stage.endRooms(lines.stream().mapToLong(line -> line.event).toArray());
        writeAnewAt(100);
        return new Costs(costs, longest.cost());
    }

    private void writeAnewAt(int percentMore) {
        redis.execute(server(commands -> commands.setConfig("auto-aof-rewrite-percentage", "" + percentMore)));
    }

    private static RedisCallback<@Nullable Void> server(Consumer<RedisServerCommands> command) {
        return connection -> {
            command.accept(connection.serverCommands());
            return null;
        };
    }

    private final class Filled {
        final int fans;
        final long event;
        final double bytesPerFan;
        final List<Double> ticks = new ArrayList<>();
        final List<Double> joins = new ArrayList<>();
        final List<Double> answers = new ArrayList<>();
        int joined;
        long asked;

        Filled(int fans, long event, double bytesPerFan) {
            this.fans = fans;
            this.event = event;
            this.bytesPerFan = bytesPerFan;
        }

        Filled again() {
            Filled again = new Filled(fans, event, bytesPerFan);
            again.joined = joined;
            again.asked = asked;
            return again;
        }

        Cost cost() {
            return new Cost(fans, median(ticks), median(joins), median(answers), bytesPerFan);
        }
    }

    private Filled fill(int fans) {
        long event = stage.openRoom(0, 1_000_000);
        stage.bean(Rooms.class).setLevers(event, 0, 1_000_000, Room.Mode.PAUSED);
        tick(event, 0); // without a lobby the first tick only opens the line
        double before = number("memory", "used_memory");
        List<String> keys = List.of(
                scripts.key(event, "meta"),
                scripts.key(event, "fans"),
                scripts.key(event, "line"),
                scripts.key(event, "seen"));
        for (int from = 1; from <= fans; from += PART) {
            redis.execute(FILL, keys, "" + from, "" + Math.min(fans, from + PART - 1), "" + System.currentTimeMillis());
        }
        return new Filled(fans, event, (number("memory", "used_memory") - before) / fans);
    }

    private void ask(Filled line) {
        // from the back half, which the ticks below do not reach
        line.answers.add(cost(200, i -> scripts.status(line.event, line.fans - line.asked++ * 7919 % (line.fans / 2))));
        line.joins.add(cost(200, i -> {
            long fan = line.fans + ++line.joined;
            scripts.join(line.event, fan, "%022d".formatted(fan), 0, "");
        }));
        line.ticks.add(cost(1, i -> tick(line.event, 100)));
    }

    private void tick(long event, int rate) {
        redis.opsForHash().put(scripts.key(event, "meta"), "tickedAt", "" + (System.currentTimeMillis() - 1_000));
        stage.bean(AdmissionScripts.class)
                .tick(
                        event,
                        new TickCommand(
                                0,
                                rate,
                                1_000_000,
                                10_000_000,
                                2_000_000,
                                3_600_000,
                                "OPEN",
                                1,
                                false,
                                0,
                                0,
                                3_600_000));
    }

    /** The ticker's own ticks find the room paused and cost next to nothing; medians of the rounds keep them out. */
    private double cost(int calls, IntConsumer step) {
        double usec = stat("usec");
        double times = stat("calls");
        for (int i = 0; i < calls; i++) {
            step.accept(i);
        }
        return (stat("usec") - usec) / (stat("calls") - times);
    }

    private static double median(List<Double> parts) {
        return parts.stream().sorted().toList().get(parts.size() / 2);
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

    private double number(String section, String field) {
        return Double.parseDouble(info(section).getProperty(field, "0"));
    }

    private Properties info(String section) {
        return redis.execute((RedisCallback<Properties>) connection -> {
            RedisServerCommands server = connection.serverCommands();
            return server.info(section);
        });
    }
}
