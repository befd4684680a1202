package podo.reservation.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.RealServer;
import podo.stack.junit.Servers;

/**
 * The line against a simple model: a lobby, a draw that is killed half-way and made again, then random joins, looks,
 * silences, entries, departures and ticks of two instances at once, with Redis killed and restarted in the middle, on a clock
 * that the test moves. The order is by number, nobody is lost, nobody stands twice, never more inside than the cap, one of
 * two ticks counts. {@code -Dpodo.long=true} runs it longer; a failing seed is in the test's name.
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
    private long onSaleAt;
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
        drawTheLobby(cap);
        for (int step = 0; step < 400; step++) {
            if (step == 200) {
                killAndRestartRedis();
            }
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

    @Test
    void theLineGoesOnWhenRedissClockIsSetBack() {
        event = 42;
        at(10_000_000);
        steps.run("open", event, 0, 0, OFFER, 1, 0, 0, SILENCE_INSIDE, PASS / Stays.AGES);
        assertThat(rawTick(1, 10).word()).isEqualTo("TICKED");
        at(now - 500);
        assertThat(rawTick(1, 10).word())
                .as("set right by a little: one tick per interval")
                .isEqualTo("TAKEN");
        at(now - 3_600_000);
        assertThat(rawTick(1, 10).word()).as("another machine's clock").isEqualTo("TICKED");
        assertThat(rawTick(1, 10).word()).isEqualTo("TAKEN");
        at(now + 1_000);
        assertThat(rawTick(1, 10).word()).isEqualTo("TICKED");
    }

    /** Fans come to the lobby and leave it; the instance that draws dies half-way, fans go on coming, another draws again. */
    private void drawTheLobby(int cap) {
        onSaleAt = now + 60_000;
        steps.run("open", event, 0, onSaleAt, OFFER, 0, 0, 0, SILENCE_INSIDE, PASS / Stays.AGES);
        Map<Long, String> tickets = new TreeMap<>();
        for (int step = 0; step < 60; step++) {
            at(now + random.nextInt(500));
            long fan = 1 + random.nextInt(FANS);
            if (random.nextInt(5) == 0) {
                leave(fan);
                tickets.remove(fan);
            } else {
                Steps.Reply reply = steps.run("join", event, fan, "t" + fan + "-" + now, 0);
                assertThat(reply.word()).isEqualTo("LOBBY");
                assertThat(tickets.merge(fan, reply.text(1), (first, again) -> first))
                        .as("one ticket per fan")
                        .isEqualTo(reply.text(1));
            }
        }
        at(onSaleAt + 1);
        assertThat(rawTick(5, cap).word()).isEqualTo("DRAW");
        List<Long> order = new ArrayList<>(tickets.keySet());
        Collections.shuffle(order, random);
        writeNumbers(order.subList(0, order.size() / 2), tickets);
        List<Long> late = new ArrayList<>();
        for (long fan = FANS + 1; fan <= FANS + 5; fan++) {
            assertThat(steps.run("join", event, fan, "late" + fan, 0).word()).isEqualTo("LOBBY");
            seen.put(fan, now);
            late.add(fan);
        }
        long gone = order.get(order.size() - 1);
        leave(gone);
        writeNumbers(order, tickets);
        steps.run("drawn", event, order.size());
        steps.run("drawn", event, order.size());
        order.forEach(fan -> seen.put(fan, now));
        order.stream().filter(fan -> fan != gone).forEach(fan -> numbers.put(fan, order.indexOf(fan) + 1L));
        late.forEach(fan -> numbers.put(fan, (long) order.size() + late.indexOf(fan) + 1));
        check(cap);
    }

    private void writeNumbers(List<Long> order, Map<Long, String> tickets) {
        List<Object> part = new ArrayList<>(List.of(1));
        order.forEach(fan -> part.addAll(List.of(fan, tickets.get(fan))));
        steps.run("number", event, part.toArray());
    }

    private void killAndRestartRedis() {
        AppendOnlyFile.awaitWritten(redis);
        Servers.process(RealServer.REDIS).kill();
        Servers.process(RealServer.REDIS).start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> redis.hasKey("{room:model}:clock"));
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
        List<Steps.Reply> replies = IntStream.range(0, 2)
                .parallel()
                .mapToObj(instance -> rawTick(rate, cap))
                .toList();
        List<Steps.Reply> counted =
                replies.stream().filter(reply -> reply.word().equals("TICKED")).toList();
        assertThat(counted).as("ticks that count").hasSizeLessThanOrEqualTo(1);
        if (counted.isEmpty()) {
            return;
        }
        Steps.Reply reply = counted.getFirst();
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

    private Steps.Reply rawTick(int rate, int cap) {
        return steps.run("tick", event, 1_000, rate, cap, 1_000, 2_000, SILENCE_IN_LINE, 1, 1, 0, 0, onSaleAt);
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
