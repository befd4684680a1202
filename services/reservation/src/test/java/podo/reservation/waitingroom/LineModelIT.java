package podo.reservation.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.Servers;

/**
 * The line against a simple model, under random joins, looks, silences, entries, purchases, departures and ticks, on a
 * clock that the test moves. The order is by number, nobody is lost, nobody stands twice, never more inside than the cap.
 * {@code -Dpodo.long=true} runs it longer; a failing seed is in the test's name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineModelIT {

    private static final int FANS = 60;
    private static final int SILENCE_IN_LINE = 20_000;
    private static final int SILENCE_INSIDE = 8_000;
    private static final int OFFER = 5_000;
    private static final int PASS = 30_000;

    private LettuceConnectionFactory connections;
    private StringRedisTemplate redis;
    private Steps steps;
    private long now;
    private long event;
    private Random random;

    /** What the model knows: who has which number, who went silent when, who missed how often. */
    private final Map<Long, Long> numbers = new HashMap<>();

    private final Map<Long, Long> seen = new HashMap<>();

    @BeforeAll
    void connect() {
        connections = new LettuceConnectionFactory("127.0.0.1", Servers.redis().port());
        connections.afterPropertiesSet();
        redis = new StringRedisTemplate(connections);
        steps = new Steps(redis, "{tonumber(redis.call('GET', '{room:model}:clock')) / 1000, 0}");
    }

    @AfterAll
    void disconnect() {
        connections.destroy();
    }

    static List<Long> seeds() {
        int count = Boolean.getBoolean("podo.long") ? 200 : 8;
        return new Random(20261123).longs(count).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLineKeepsItsPromises(long seed) {
        random = new Random(seed);
        event = seed;
        numbers.clear();
        seen.clear();
        at(1_000_000);
        int cap = 1 + random.nextInt(8);
        steps.run("open", event, 0, 0, OFFER, 1, 0, 0, SILENCE_INSIDE);
        for (int step = 0; step < 400; step++) {
            at(now + random.nextInt(900));
            long fan = 1 + random.nextInt(FANS);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> join(fan);
                case 3, 4 -> look(fan);
                case 5 -> enter(fan);
                case 6 -> leave(fan);
                case 7 -> at(now + random.nextInt(4_000));
                default -> tick(1 + random.nextInt(5), cap);
            }
            check(cap);
        }
    }

    private void join(long fan) {
        Steps.Reply reply = steps.run("join", event, fan, "t" + fan + "-" + now, 0);
        standing(fan, reply);
    }

    private void look(long fan) {
        standing(fan, steps.run("look", event, fan));
    }

    private void enter(long fan) {
        Steps.Reply reply = steps.run("enter", event, fan, "p" + now, PASS);
        standing(fan, reply);
        if (reply.word().equals("ENTERED")) {
            assertThat(reply.number(8)).as("a pass ends after now").isGreaterThan(now);
        }
    }

    private void leave(long fan) {
        steps.run("leave", event, fan, "");
        numbers.remove(fan);
    }

    private void standing(long fan, Steps.Reply reply) {
        if (reply.word().equals("NONE")) {
            numbers.remove(fan);
            return;
        }
        seen.put(fan, now);
        long number = reply.number(2);
        Long before = numbers.put(fan, number);
        if (before != null && before != number) {
            assertThat(number).as("a fan who joined anew stands behind").isGreaterThan(before);
        }
    }

    /** One tick: those who are offered are the first of the line who gave a sign of life, in order. */
    private void tick(int rate, int cap) {
        TreeMap<Long, Long> line = line();
        Set<String> offeredBefore = members("offers");
        Steps.Reply reply = steps.run("tick", event, 1_000, rate, cap, 1_000, 2_000, SILENCE_IN_LINE, 1, 1, 0, 0, 0);
        if (!reply.word().equals("TICKED")) {
            return;
        }
        List<Long> fresh = members("offers").stream()
                .filter(fan -> !offeredBefore.contains(fan))
                .map(Long::valueOf)
                .toList();
        assertThat(reply.number(1)).isEqualTo(fresh.size());
        List<Long> first = line.values().stream()
                .filter(fan -> now - seen.getOrDefault(fan, 0L) <= SILENCE_IN_LINE)
                .limit(fresh.size())
                .toList();
        assertThat(fresh).as("admission follows the line").containsExactlyInAnyOrderElementsOf(first);
    }

    private void check(int cap) {
        Set<String> offers = members("offers");
        Set<String> inside = members("inside");
        Set<String> parked = members("parked");
        Set<String> waiting = new HashSet<>();
        line().values().forEach(fan -> waiting.add(fan.toString()));
        assertThat(offers.size() + inside.size()).as("inside and offered").isLessThanOrEqualTo(cap);
        List<String> everywhere = new ArrayList<>();
        List.of(offers, inside, parked, waiting).forEach(everywhere::addAll);
        assertThat(everywhere).as("nobody stands twice").doesNotHaveDuplicates();
        Set<String> known = new HashSet<>();
        redis.opsForHash().keys(steps.key(event, "fans")).forEach(fan -> known.add(fan.toString()));
        assertThat(new HashSet<>(everywhere)).as("nobody is lost").isEqualTo(known);
        List<Long> given = new ArrayList<>();
        redis.opsForHash().entries(steps.key(event, "fans")).forEach((fan, place) -> {
            long number =
                    Long.parseLong(place.toString().substring(place.toString().indexOf('|') + 1));
            given.add(number);
            Long modelled = numbers.get(Long.valueOf(fan.toString()));
            assertThat(number).as("number of fan " + fan).isEqualTo(modelled);
        });
        assertThat(given).as("no number twice").doesNotHaveDuplicates();
    }

    private TreeMap<Long, Long> line() {
        TreeMap<Long, Long> line = new TreeMap<>();
        redis.opsForZSet()
                .rangeWithScores(steps.key(event, "line"), 0, -1)
                .forEach(entry -> line.put(entry.getScore().longValue(), Long.valueOf(entry.getValue())));
        return line;
    }

    private Set<String> members(String key) {
        return new HashSet<>(redis.opsForZSet().range(steps.key(event, key), 0, -1));
    }

    private void at(long millis) {
        now = millis;
        redis.opsForValue().set("{room:model}:clock", Long.toString(millis));
    }
}
