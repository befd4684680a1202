package podo.reservation.waitingroom.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podo.reservation.waitingroom.estimate.SlotLifeTable;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;

/**
 * The line against {@link LineModel}: a lobby in which fans fall asleep, a draw that is killed half-way and made again, then
 * random moves of fans, of the inventory, of the operator and of two instances that tick at once, with Redis killed without
 * warning and, more rarely, emptied. After every move each answer and all that Redis knows must be what the model says; and
 * whatever the model says, nobody stands twice, slots never grow beyond the cap, and a tick lets in the first of the line.
 * {@code -Dpodo.long=true} runs it longer; a failing seed is in the test's name and its last moves in the message.
 */
public class LineModelIT {

    private static final int FANS = 40;
    private static final int MOVES = Boolean.getBoolean("podo.long") ? 1_500 : 400;
    private static final int REMEMBERED = 40;
    private static final int BLOCK = 1_000;
    private static final int REST = 3_000;

    private record Receipt(String ticket, long number) {}

    private record Pass(String id, long until) {}

    /** What a move led to, and a moment to which a killed Redis may fall back. */
    private record Moment(String move, LineModel model) {}

    private SimulatedRoom room;
    private LineModel model;
    private Random random;
    private LineModel.Levers levers;
    private long cap;
    /** How far the database has set numbers apart: beyond all that were ever given. */
    private long setApart;

    private List<Long> drawnOrder;
    private final Map<Long, String> drawnTickets = new TreeMap<>();
    private final Map<Long, Receipt> receipts = new HashMap<>();
    private final Map<Long, Pass> passes = new TreeMap<>();
    private final Deque<Moment> moments = new ArrayDeque<>();
    private String move = "";

    static List<Long> seeds() {
        int count = Boolean.getBoolean("podo.long") ? 60 : 5;
        return new Random(20261123).longs(count).boxed().toList();
    }

    @BeforeEach
    void open() {
        room = new SimulatedRoom();
        model = new LineModel();
        setApart = 10 * BLOCK;
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLineDoesWhatTheModelSays(long seed) {
        random = new Random(seed);
        levers = new LineModel.Levers(2, 1 + random.nextInt(8), 1_000, 2_000, "OPEN", 1, false);
        cap = levers.cap();
        drawTheLobby();
        int kill = random.nextInt(MOVES);
        int loss = random.nextInt(MOVES);
        for (int step = 0; step < MOVES; step++) {
            at(model.now + random.nextInt(900));
            long before = model.taken();
            if (step == kill || step == kill / 2) {
                kill();
            } else if (step == loss) {
                lose();
            } else {
                moveOf(1 + random.nextInt(FANS));
            }
            check(before);
        }
    }

    private void moveOf(long fan) {
        switch (random.nextInt(26)) {
            case 0, 1, 2, 3 -> join(fan);
            case 4, 5, 6 -> same("look " + fan, model.look(fan), room.status(fan));
            case 7, 8, 9 -> enter(oneOf(offered(), fan));
            case 10 -> leave(oneOf(List.copyOf(passes.keySet()), fan));
            case 11 -> extend(oneOf(List.copyOf(passes.keySet()), fan));
            case 12, 13, 14, 15 -> sign(oneOf(List.copyOf(passes.keySet()), fan));
            case 16 -> done(oneOf(List.copyOf(passes.keySet()), fan));
            case 17 -> at(model.now + random.nextInt(12_000));
            case 18 -> steer();
            default -> tick();
        }
    }

    /** Mostly one of those for whom the move means something. */
    private long oneOf(List<Long> fans, long other) {
        return fans.isEmpty() || random.nextInt(4) == 0 ? other : fans.get(random.nextInt(fans.size()));
    }

    private List<Long> offered() {
        return model.fans.entrySet().stream()
                .filter(fan -> fan.getValue().stand == LineModel.Stand.OFFERED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Fans come, leave and fall asleep; the instance that draws dies half-way, fans go on coming, another draws again. */
    private void drawTheLobby() {
        at(SimulatedRoom.ON_SALE_AT - 30_000);
        while (model.now < SimulatedRoom.ON_SALE_AT - 1_000) {
            long fan = 1 + random.nextInt(FANS);
            if (random.nextInt(5) == 0) {
                leave(fan);
            } else {
                join(fan);
            }
            check(0);
            at(model.now + random.nextInt(1_000));
        }
        at(SimulatedRoom.ON_SALE_AT + 1);
        tick();
        drawnOrder = new ArrayList<>(model.fans.keySet());
        Collections.shuffle(drawnOrder, random);
        drawnOrder.forEach(fan -> drawnTickets.put(fan, model.fans.get(fan).ticket));
        write(drawnOrder.subList(0, drawnOrder.size() / 2));
        for (long fan = FANS + 1; fan <= FANS + 5; fan++) {
            join(fan);
        }
        leave(drawnOrder.getLast());
        leave(FANS + 2L);
        write(drawnOrder);
        for (int again = 0; again < 2; again++) {
            room.rooms.finish(room.event, drawnOrder.size());
        }
        model.drawn(drawnOrder.size());
        check(0);
    }

    private void write(List<Long> order) {
        room.rooms.assign(room.event, RoomScripts.Assignment.DRAWN, 0, listed(order));
        model.number(order, drawnTickets);
    }

    private List<DrawnPlace> listed(List<Long> order) {
        return IntStream.range(0, order.size())
                .mapToObj(i -> new DrawnPlace(i + 1, drawnTickets.get(order.get(i)), order.get(i)))
                .toList();
    }

    private void join(long fan) {
        String fresh = "ticket-" + fan + "-" + model.now;
        Receipt receipt = receipts.getOrDefault(fan, new Receipt("", 0));
        FanStanding reply = joined(fan, fresh, receipt);
        if (reply.shortage() != null) {
            // said before anything was done but a sign of life: it is asked again, with numbers
            room.rooms.grant(room.event, reply.shortage(), setApart, setApart + BLOCK);
            model.reserve(setApart);
            setApart += BLOCK;
            reply = joined(fan, fresh, receipt);
        }
        LineModel.Told told = model.join(fan, fresh, receipt.number(), receipt.ticket());
        same("join " + fan + " " + receipt, told, reply);
        if (!told.state().equals("CLOSED") || told.number() > 0) {
            LineModel.Fan known = model.fans.get(fan);
            receipts.put(fan, new Receipt(known.ticket == null ? receipt.ticket() : known.ticket, known.number));
        }
    }

    private FanStanding joined(long fan, String fresh, Receipt receipt) {
        return room.line.join(room.event, fan, fresh, receipt.number(), receipt.ticket());
    }

    private void enter(long fan) {
        String fresh = "pass-" + fan + "-" + model.now;
        LineModel.Told told = model.enter(fan, fresh);
        same("enter " + fan, told, room.line.enter(room.event, fan, fresh, SimulatedRoom.PASS));
        remember(fan, told);
    }

    private void extend(long fan) {
        LineModel.Told told = model.extend(fan, 10_000, 1);
        FanStanding reply = room.line.extend(room.event, fan, 10_000, 1);
        if (told == null) {
            say("extend " + fan);
            assertThat(reply.outcome()).as(this::story).isEqualTo(FanStanding.Outcome.REFUSED);
        } else {
            same("extend " + fan, told, reply);
            remember(fan, told);
        }
    }

    private void remember(long fan, LineModel.Told told) {
        if (told.state().equals("ENTERED")) {
            passes.put(fan, new Pass(told.pass(), told.passUntil()));
        }
    }

    private void leave(long fan) {
        say("leave " + fan);
        model.leave(fan);
        room.leave(fan);
        receipts.remove(fan);
    }

    /** The fan has bought, with the pass that was last seen. */
    private void done(long fan) {
        Pass pass = passes.get(fan);
        if (pass != null) {
            say("done " + fan + " " + pass);
            if (pass.id().equals(passOf(fan))) {
                receipts.remove(fan);
            }
            model.done(fan, pass.id());
            room.endPass(fan, pass.id());
        }
    }

    private String passOf(long fan) {
        LineModel.Fan known = model.fans.get(fan);
        return known == null || known.pass == null ? "" : known.pass;
    }

    private void sign(long fan) {
        Pass pass = passes.get(fan);
        if (pass != null) {
            long busyUntil = random.nextInt(3) == 0 ? model.now + random.nextInt(30_000) : model.now;
            say("sign " + fan + " " + pass + " busy until " + busyUntil);
            room.cap = levers.cap();
            boolean slot = model.seenWith(fan, pass.id(), pass.until(), busyUntil, levers.cap());
            assertThat(room.heartbeat(fan, pass.id(), pass.until(), busyUntil).isEmpty())
                    .as(this::story)
                    .isEqualTo(slot);
        }
    }

    private void steer() {
        long sellable = random.nextInt(12) == 0 ? 0 : random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(500);
        levers = new LineModel.Levers(
                random.nextInt(6),
                random.nextInt(9),
                sellable,
                1 + random.nextInt(12),
                random.nextInt(10) < 7
                        ? "OPEN"
                        : List.of("PAUSED", "DRAINING", "UNKNOWN").get(random.nextInt(3)),
                random.nextInt(3) == 0 ? 0.1 + random.nextInt(90) / 100.0 : 1,
                random.nextInt(20) == 0);
        say(levers.toString());
    }

    /** Two instances tick at once and one of them counts. */
    private void tick() {
        say("tick");
        List<String> waiting = lineInOrder();
        Set<String> offered = room.members("offers");
        LineModel.Ticked said = model.tick(levers);
        List<TickResult> replies =
                IntStream.range(0, 2).parallel().mapToObj(instance -> rawTick()).toList();
        if (!said.word().equals("TICKED")) {
            assertThat(replies)
                    .as(this::story)
                    .extracting(result -> result.outcome().name())
                    .containsOnly(said.word());
            return;
        }
        assertThat(replies)
                .as(this::story)
                .extracting(result -> result.outcome().name())
                .containsExactlyInAnyOrder("TICKED", "TAKEN");
        TickResult reply = replies.stream()
                .filter(each -> each.outcome() == TickResult.Outcome.TICKED)
                .findFirst()
                .orElseThrow();
        assertThat(reply.moved().admitted()).as(this::story).isEqualTo(said.admitted());
        assertThat(reply.moved().binding()).as(this::story).isEqualTo(said.binding());
        cap = levers.cap();
        letsInTheFirst(waiting, offered);
    }

    /** Said without the model: who is let in stood before all who go on waiting. */
    private void letsInTheFirst(List<String> waiting, Set<String> offeredBefore) {
        Set<String> fresh = room.members("offers");
        fresh.removeAll(offeredBefore);
        Set<String> left = new TreeSet<>(lineInOrder());
        int firstLeft = IntStream.range(0, waiting.size())
                .filter(i -> left.contains(waiting.get(i)))
                .findFirst()
                .orElse(waiting.size());
        assertThat(waiting.subList(0, firstLeft)).as(this::story).containsAll(fresh);
    }

    private TickResult rawTick() {
        return room.tick(new TickCommand(
                1_000,
                levers.rate(),
                levers.cap(),
                levers.sellable(),
                levers.allowed(),
                SimulatedRoom.SILENCE_IN_LINE,
                levers.mode(),
                levers.brake(),
                levers.shut(),
                0,
                SimulatedRoom.ON_SALE_AT,
                SimulatedRoom.SILENCE_IN_LOBBY));
    }

    /** Without warning: what the file did not get any more is gone, but the line is as it was a moment ago, not torn. */
    private void kill() {
        say("kill");
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> room.redis.hasKey("room:nobody") != null);
        long time = model.now;
        Moment back = moments.reversed().stream()
                .filter(moment -> known().equals(expected(moment.model())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("after a kill the line is as it never was: " + story()));
        model = back.model().copy();
        at(time);
    }

    /** The database knows the drawn list and how far numbers were given; passes and receipts are with the fans. */
    private void lose() {
        say("lose");
        LineScripts.KEYS.forEach(key -> room.redis.delete(room.line.key(room.event, key)));
        room.rooms.assign(room.event, RoomScripts.Assignment.REBUILT, model.served(), listed(drawnOrder));
        room.rooms.layout(
                room.event,
                new RoomLayout(
                        0,
                        SimulatedRoom.ON_SALE_AT,
                        SimulatedRoom.OFFER,
                        true,
                        setApart,
                        model.served(),
                        SimulatedRoom.SILENCE_INSIDE,
                        SimulatedRoom.PASS / SlotLifeTable.AGES,
                        setApart + BLOCK,
                        true,
                        REST,
                        drawnOrder.size(),
                        0));
        model.lose(drawnOrder, drawnTickets, setApart, REST);
        setApart += BLOCK;
        cap = levers.cap();
    }

    private void same(String move, LineModel.Told told, FanStanding reply) {
        say(move);
        assertThat(new LineModel.Told(
                        reply.outcome().name(),
                        reply.number(),
                        reply.ahead(),
                        reply.behind(),
                        reply.passId(),
                        reply.passUntil()))
                .as(this::story)
                .isEqualTo(told);
    }

    private void check(long takenBefore) {
        assertThat(known()).as(this::story).isEqualTo(expected(model));
        long taken = model.taken();
        assertThat(taken <= takenBefore || taken <= cap)
                .as(() -> taken + " slots of " + cap + " are taken, after " + story())
                .isTrue();
        moments.addLast(new Moment(move, model.copy()));
        if (moments.size() > REMEMBERED) {
            moments.removeFirst();
        }
    }

    /** Where Redis has each fan, in words; a fan who stands in two places has both. */
    private Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        room.redis
                .opsForHash()
                .entries(room.line.key(room.event, "fans"))
                .forEach((fan, place) -> known.put(fan.toString(), place.toString()));
        for (String set : List.of("line", "parked", "offers", "inside", "aside")) {
            room.redis
                    .opsForZSet()
                    .rangeWithScores(room.line.key(room.event, set), 0, -1)
                    .forEach(entry -> known.merge(
                            entry.getValue(), " " + set + " " + entry.getScore().longValue(), String::concat));
        }
        return known;
    }

    private static Map<String, String> expected(LineModel model) {
        Map<String, String> expected = new TreeMap<>();
        model.fans.forEach((id, fan) -> {
            String place = fan.ticket == null
                    ? ""
                    : switch (fan.stand) {
                        case LOBBY -> fan.ticket;
                        case LATE -> fan.ticket + "|L";
                        default -> fan.ticket + "|" + fan.number;
                    };
            String stands = switch (fan.stand) {
                case LINE -> " line " + fan.number;
                case PARKED -> " parked " + fan.number;
                case OFFERED -> " offers " + fan.until;
                case INSIDE -> " inside " + fan.until;
                case LOBBY, LATE, AWAY -> "";
            };
            expected.put(id.toString(), place + stands + (fan.keepsPassAside() ? " aside " + fan.passUntil : ""));
        });
        return expected;
    }

    private List<String> lineInOrder() {
        return List.copyOf(room.redis.opsForZSet().range(room.line.key(room.event, "line"), 0, -1));
    }

    private void at(long millis) {
        model.now = millis;
        room.setTime(millis);
    }

    private void say(String move) {
        this.move = model.now + " " + move;
    }

    private String story() {
        StringBuilder story = new StringBuilder("these moves:\n");
        moments.stream()
                .skip(Math.max(0, moments.size() - 25))
                .forEach(moment -> story.append(moment.move()).append('\n'));
        return story.append(move).toString();
    }
}
