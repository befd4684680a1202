package podo.inventory.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import podo.contracts.inventory.SeatIds;
import podo.inventory.Api;
import podo.stack.junit.PageVisitor;

/** Measures a running stack through the gateway, with tokens and passes of fans. */
final class GatewayBench {

    private static final Duration WARM_UP = Duration.ofSeconds(120);
    private static final Duration WARM_UP_AT_MOST = Duration.ofSeconds(240);
    private static final int CALLERS = 32;
    /** Each fan holds once: a second hold in a row is another path. */
    private static final int FANS = 3_000;
    /** Holds per crowd and round: enough for a p99 that is not the slowest two. */
    private static final int WATCHED = 600;

    private static final String DOOR = "through the gateway, 32 callers";

    private record Fan(long id, String token) {}

    private final RunningPodo podo;
    private final int most;
    private final List<BenchRow> rows;
    private final BenchHttp http;
    private final BenchShows shows;
    private final List<Fan> quick;
    private final List<Fan> late;

    GatewayBench(RunningPodo podo, int most, List<BenchRow> rows) {
        this.podo = podo;
        this.most = most;
        this.rows = rows;
        this.http = new BenchHttp(podo.url());
        this.shows = new BenchShows(podo);
        this.quick = fans();
        this.late = fans();
    }

    void warmUp() {
        WarmUp.untilSteady("gateway", WARM_UP, WARM_UP_AT_MOST, () -> {
            int before = rows.size();
            callers(1);
            return rows.get(before).result().perSecond();
        });
    }

    /** Fans who hold, other fans who come too late, and readers of the map. */
    void callers(int rounds) {
        for (int round = 0; round < rounds; round++) {
            int seats = Math.min(FANS, most);
            long event = shows.onSale(FANS / 100, 100);
            measure("holds", DOOR, seats, CALLERS, i -> hold(quick, event, i, i + 1));
            measure("refusals", DOOR, seats, CALLERS, i -> hold(late, event, i, i % seats + 1));
            String reader = quick.getFirst().token();
            long read = shows.onSale(10, 100);
            measure("state of 1,000 seats", DOOR, 3_000, CALLERS, i -> http.read(read, "/state", reader));
            shows.over(read);
            whileSeatsChange(reader);
            long hot = shows.onSale(1, 10);
            measure(
                    "100 fans, 10 seats",
                    "through the gateway, 100 callers",
                    100,
                    100,
                    i -> hold(quick, hot, i, i % 10 + 1));
            shows.over(event);
            shows.over(hot);
            System.out.println("gateway: round " + (round + 1) + " of " + rounds);
        }
    }

    /** The same reads while fans hold other seats of the hall: each change makes the next reader look again. */
    private void whileSeatsChange(String reader) {
        long event = shows.onSale(10, 100);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger held = new AtomicInteger();
        Thread fansHold = Thread.startVirtualThread(() -> {
            for (int i = 0; i < 1_000 && !over.get(); i++) {
                held.addAndGet(wins(hold(late, event, i, i + 1)) ? 1 : 0);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });
        measure(
                "state of 1,000 seats, up to 20 holds a second",
                DOOR,
                3_000,
                CALLERS,
                i -> http.read(event, "/state", reader));
        over.set(true);
        try {
            fansHold.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println("gateway: " + held + " holds while states were read");
        shows.over(event);
    }

    private static boolean wins(BenchLoad.Request request) {
        try {
            return request.send() == BenchLoad.Outcome.WON;
        } catch (Exception e) {
            return false;
        }
    }

    /** Holds through the gateway at a steady pace while pages watch the same hall straight at one front-end instance. */
    void watchers(int rounds, int... crowds) throws Exception {
        long event = shows.onSale(100, 100);
        PageVisitor visitor = new PageVisitor(podo.url());
        visitor.logIn("fan@podo.dev", "podo-demo");
        String cookies = visitor.cookies();
        URI stream = URI.create(podo.url() + "/events/" + event + "/seats/stream");
        int holds = Math.min(WATCHED, most);
        int from = 0;
        try (Watchers watchers = new Watchers(stream, cookies)) {
            for (int round = 0; round < rounds; round++) {
                for (int crowd : inTurn(crowds, round)) {
                    watchers.become(crowd, Duration.ofSeconds(90));
                    watched(event, crowd, from, holds, watchers);
                    from += holds;
                }
            }
        }
        shows.over(event);
    }

    /** Upwards in one round and downwards in the next, so that warming up favours no number of pages. */
    private static int[] inTurn(int[] crowds, int round) {
        int[] turn = crowds.clone();
        for (int i = 0; round % 2 == 1 && i < turn.length; i++) {
            turn[i] = crowds[crowds.length - 1 - i];
        }
        return turn;
    }

    private void watched(long event, int crowd, int from, int holds, Watchers watchers) {
        long before = watchers.bytes();
        measure(
                "%,d watch".formatted(crowd),
                "hold latency while pages watch, 4 callers",
                holds,
                4,
                i -> paced(hold(quick, event, from + i, (from + i) % 10_000 + 1)));
        System.out.printf(
                "watchers: %,d open, %,d KiB read while holding%n",
                watchers.streams(), (watchers.bytes() - before) / 1024);
    }

    /** About a hundred holds a second by four callers, so that latency is measured and not a queue. */
    private static BenchLoad.Request paced(BenchLoad.Request request) {
        return new BenchLoad.Request() {
            @Override
            public BenchLoad.Outcome send() throws Exception {
                return request.send();
            }

            @Override
            public Duration pause() {
                return Duration.ofMillis(40);
            }
        };
    }

    private BenchLoad.Request hold(List<Fan> fans, long event, int i, int seq) {
        Fan fan = fans.get(i % fans.size());
        return http.hold(event, SeatIds.of(event, seq), fan.token(), podo.pass(fan.id(), event));
    }

    private void measure(
            String name, String scenario, int requests, int callers, IntFunction<BenchLoad.Request> request) {
        rows.add(new BenchRow(name, scenario, 1, BenchLoad.of(requests, callers, request), ServerCounters.NONE));
    }

    private List<Fan> fans() {
        return LongStream.generate(Api::newFan)
                .limit(FANS)
                .mapToObj(id -> new Fan(id, podo.token(id, false)))
                .toList();
    }
}
