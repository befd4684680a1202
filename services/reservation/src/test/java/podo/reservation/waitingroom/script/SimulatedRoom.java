package podo.reservation.waitingroom.script;

import podo.reservation.waitingroom.estimate.SlotLifeTable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.TestServers;

/** A room of the real scripts and a real Redis, in which time stands still unless the test moves it. Times are in ms. */
final class SimulatedRoom implements AutoCloseable {

    static final int OFFER = 5_000;
    static final int PASS = 60_000;
    static final int SILENCE_INSIDE = 8_000;
    static final int SILENCE_IN_LINE = 20_000;
    static final int SILENCE_IN_LOBBY = 15_000;
    static final long ON_SALE_AT = 1_060_000;

    final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
    final StringRedisTemplate redis;
    final LineScripts steps;
    private final LettuceConnectionFactory connections;
    private final String clock = "{room:" + event + "}:clock";
    private long now;
    int rate = 1_000;
    int cap = 1;
    String lever = "OPEN";
    boolean shut;

    SimulatedRoom() {
        connections =
                new LettuceConnectionFactory("127.0.0.1", TestServers.redis().port());
        connections.afterPropertiesSet();
        redis = new StringRedisTemplate(connections);
        steps = new LineScripts(redis, "{tonumber(redis.call('GET', '" + clock + "')) / 1000, 0}");
        at(ON_SALE_AT - 60_000);
        layOut();
    }

    /** As after a loss of data, if there was something to lose. */
    void layOut() {
        steps.run("open", event, 0, ON_SALE_AT, OFFER, 0, 0, 0, SILENCE_INSIDE, PASS / SlotLifeTable.AGES);
    }

    long now() {
        return now;
    }

    void at(long millis) {
        now = millis;
        redis.opsForValue().set(clock, Long.toString(millis));
    }

    void pass(long millis) {
        at(now + millis);
    }

    LineScripts.Reply join(long fan) {
        return steps.run("join", event, fan, "ticket-" + fan + "-" + now, 0);
    }

    LineScripts.Reply look(long fan) {
        return steps.run("look", event, fan);
    }

    LineScripts.Reply enter(long fan) {
        return steps.run("enter", event, fan, "pass-" + fan + "-" + now, PASS);
    }

    void leave(long fan) {
        steps.run("leave", event, fan, "", 0);
    }

    /** The fan has bought with this pass. */
    void done(long fan, String pass) {
        steps.run("leave", event, fan, pass, 2 * PASS);
    }

    /** The inventory saw this fan with this pass; answers the passes without a slot. */
    List<String> sign(long fan, String pass, long passUntil, long busyUntil) {
        LineScripts.Reply reply = steps.run("signs", event, fan, busyUntil, pass, passUntil, SILENCE_INSIDE, cap);
        return reply.values().stream().skip(1).map(String::valueOf).toList();
    }

    /** A tick, a second after the last one at the soonest. */
    LineScripts.Reply tick() {
        return steps.run(
                "tick",
                event,
                1_000,
                rate,
                cap,
                1_000,
                2_000,
                SILENCE_IN_LINE,
                lever,
                1,
                shut ? 1 : 0,
                0,
                ON_SALE_AT,
                SILENCE_IN_LOBBY);
    }

    /** Draws the lobby in this order. */
    void draw(List<Long> order) {
        List<Object> part = new ArrayList<>(List.of("drawn", 0));
        for (int i = 0; i < order.size(); i++) {
            part.addAll(List.of(i + 1, order.get(i), look(order.get(i), "fans").split("\\|")[0]));
        }
        steps.run("number", event, part.toArray());
        steps.run("drawn", event, order.size());
    }

    /** What a hash of the room says of a fan, without a sign of life. */
    String look(long fan, String hash) {
        return String.valueOf(redis.opsForHash().get(steps.key(event, hash), Long.toString(fan)));
    }

    Set<String> members(String set) {
        return new HashSet<>(redis.opsForZSet().range(steps.key(event, set), 0, -1));
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
