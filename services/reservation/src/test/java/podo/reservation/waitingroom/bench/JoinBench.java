package podo.reservation.waitingroom.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.reservation.waitingroom.bench.LoadClients.Speed;
import podo.reservation.waitingroom.line.JoinLimit;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.script.LineScripts;
import podo.stack.junit.TestServers;
import podo.stack.server.RedisAcl;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;

/**
 * Joins per second: the script alone, with a connection per caller and with one that all share and that sends as they come (as
 * the service does), the service's own layer with its limit per account, over HTTP, through the gateway. In turn, in one run.
 */
final class JoinBench {

    private static final int CALLERS = 32;
    private final LineBenchServers stage;
    private final int joins;

    JoinBench(LineBenchServers stage, int joins) {
        this.stage = stage;
        this.joins = joins;
    }

    List<Speed> measure(int rounds) throws IOException, InterruptedException {
        int fans = joins / 4;
        List<String> tokens = tokens(fans);
        long probed = stage.openRoom(0, 100);
        int gateway = stage.gateway(
                port -> new KeepAliveConnection(port).post("/api/events/" + probed + "/queue", tokens.getFirst()));
        List<Speed> speeds = new ArrayList<>();
        for (int round = -1; round < rounds; round++) { // the first round warms up and is not counted
            List<Speed> measured = new ArrayList<>();
            measured.add(raw("the script alone, a connection per caller", false));
            measured.add(raw("the script alone, one shared connection", true));
            measured.add(service());
            measured.add(http("over HTTP, straight", stage.port(), tokens));
            measured.add(http("through the gateway", gateway, tokens));
            if (round >= 0) {
                speeds.addAll(measured);
            }
            measured.stream().filter(speed -> speed.failed() > 0).findFirst().ifPresent(speed -> {
                throw new IllegalStateException("%d calls failed %s, the last with: %s"
                        .formatted(speed.failed(), speed.name(), speed.lastFailure()));
            });
        }
        return speeds;
    }

    private Speed raw(String name, boolean shared) throws IOException {
        long event = stage.openRoom(0, 100);
        // numbers without end: the service's own layer, in the next round, pays for setting them apart
        stage.bean(StringRedisTemplate.class).opsForHash().put("{room:" + event + "}:meta", "ceiling", "1000000000000");
        String script = LineScripts.source("join");
        String[] keys = LineScripts.KEYS.stream()
                .map(key -> "{room:" + event + "}:" + key)
                .toArray(String[]::new);
        try (RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(TestServers.redis().port())
                .withAuthentication(RedisAcl.OPERATOR, TestServers.redis().password(RedisAcl.OPERATOR))
                .build())) {
            RedisCommands<String, String> one = client.connect().sync();
            String sha = one.scriptLoad(script);
            Speed speed = LoadClients.measure(name, joins, CALLERS, stage::cpu, i -> {
                RedisCommands<String, String> redis =
                        shared ? one : client.connect().sync();
                return n ->
                        redis.evalsha(sha, ScriptOutputType.MULTI, keys, "" + (n + 1), "%022d".formatted(n), "0", "1");
            });
            stage.endRooms(event);
            return speed;
        }
    }

    private Speed service() {
        long event = stage.openRoom(0, 100);
        Line line = stage.bean(Line.class);
        JoinLimit limit = stage.bean(JoinLimit.class);
        Speed speed = LoadClients.measure("the service's own layer", joins, CALLERS, stage::cpu, i -> n -> {
            limit.check(event, event + n);
            line.join(event, event + n, null);
        });
        stage.endRooms(event);
        return speed;
    }

    private Speed http(String name, int port, List<String> tokens) {
        long[] events =
                IntStream.range(0, 4).mapToLong(i -> stage.openRoom(0, 100)).toArray();
        int fans = tokens.size();
        Speed speed = LoadClients.measure(name, fans * events.length, CALLERS, stage::cpu, i -> {
            KeepAliveConnection connection = new KeepAliveConnection(port);
            return n -> connection.post("/api/events/" + events[n / fans] + "/queue", tokens.get(n % fans));
        });
        stage.endRooms(events);
        return speed;
    }

    private List<String> tokens(int fans) {
        FanTokens tokens = stage.bean(FanTokens.class);
        long first = System.nanoTime() / 1_000;
        return IntStream.range(0, fans)
                .parallel()
                .mapToObj(i -> tokens.mint(Fan.of(first + i), Instant.now(), Duration.ofHours(2)))
                .toList();
    }
}
