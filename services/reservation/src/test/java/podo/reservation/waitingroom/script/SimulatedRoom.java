package podo.reservation.waitingroom.script;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.reservation.waitingroom.estimate.SlotLifeTable;
import podo.stack.junit.TestRedis;

/** A room of the real scripts on a real Redis, with a clock that the test sets. Times are in ms. */
final class SimulatedRoom implements AutoCloseable {

    static final int OFFER = 5_000;
    static final int PASS = 60_000;
    static final int SILENCE_INSIDE = 8_000;
    static final int SILENCE_IN_LINE = 20_000;
    static final int SILENCE_IN_LOBBY = 15_000;
    static final long ON_SALE_AT = 1_060_000;
    private static final long ENDLESS = 1_000_000_000_000L;

    final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
    final StringRedisTemplate redis;
    final LineScripts line;
    final AdmissionScripts admission;
    final RoomScripts rooms;
    private final LettuceConnectionFactory connections;
    private final String clock = "{room:" + event + "}:clock";
    private long now;
    int rate = 1_000;
    int cap = 1;
    String lever = "OPEN";
    boolean closedByHand;

    SimulatedRoom() {
        connections = new LettuceConnectionFactory(TestRedis.login("reservation"));
        connections.afterPropertiesSet();
        redis = new StringRedisTemplate(connections);
        line = new LineScripts(redis, "{tonumber(redis.call('GET', '" + clock + "')) / 1000, 0}");
        admission = new AdmissionScripts(line);
        rooms = new RoomScripts(line);
        setTime(ON_SALE_AT - 60_000);
        layout();
    }

    /** Creates the room, also again after its data was deleted. */
    void layout() {
        int ageWidth = PASS / SlotLifeTable.AGES;
        rooms.layout(
                event,
                new RoomLayout(0, ON_SALE_AT, OFFER, false, 0, 0, SILENCE_INSIDE, ageWidth, ENDLESS, false, 0, 0, 0));
    }

    long now() {
        return now;
    }

    void setTime(long millis) {
        now = millis;
        redis.opsForValue().set(clock, Long.toString(millis));
    }

    void advance(long millis) {
        setTime(now + millis);
    }

    FanStanding join(long fan) {
        return line.join(event, fan, "ticket-" + fan + "-" + now, 0, "");
    }

    FanStanding status(long fan) {
        return line.status(event, fan);
    }

    FanStanding enter(long fan) {
        return line.enter(event, fan, "pass-" + fan + "-" + now, PASS);
    }

    void leave(long fan) {
        line.leave(event, fan);
    }

    /** The fan has bought with this pass. */
    void endPass(long fan, String pass) {
        line.endPass(event, fan, pass, 2 * PASS);
    }

    /** The inventory saw this fan with this pass; returns the passes without a slot. */
    List<String> heartbeat(long fan, String pass, long passUntil, long busyUntil) {
        PassHeartbeat heartbeat = new PassHeartbeat(event, fan, instant(busyUntil), pass, instant(passUntil));
        return line.heartbeats(event, List.of(heartbeat), SILENCE_INSIDE, cap).passesWithoutSlot();
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    TickResult tick() {
        return tick(new TickCommand(
                1_000,
                rate,
                cap,
                1_000,
                2_000,
                SILENCE_IN_LINE,
                lever,
                1,
                closedByHand,
                0,
                ON_SALE_AT,
                SILENCE_IN_LOBBY));
    }

    TickResult tick(TickCommand command) {
        return admission.tick(event, command);
    }

    /** Draws the lobby in this order. */
    void draw(List<Long> order) {
        rooms.assign(
                event,
                RoomScripts.Assignment.DRAWN,
                0,
                IntStream.range(0, order.size())
                        .mapToObj(
                                i -> new DrawnPlace(i + 1, placeOf(order.get(i)).split("\\|")[0], order.get(i)))
                        .toList());
        rooms.finish(event, order.size());
    }

    long taken() {
        return admission.snapshot(event).orElseThrow().taken();
    }

    /** What Redis stores as the fan's place, read without a heartbeat. */
    private String placeOf(long fan) {
        return String.valueOf(redis.opsForHash().get(line.key(event, "fans"), Long.toString(fan)));
    }

    Set<String> members(String set) {
        return new HashSet<>(redis.opsForZSet().range(line.key(event, set), 0, -1));
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
