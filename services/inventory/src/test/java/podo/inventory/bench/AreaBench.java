package podo.inventory.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.inventory.Api;
import podo.inventory.bench.BenchLoad.Outcome;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.hall.TestHalls;

/** One hot standing area: the service, which adds counts up, beside transactions that take one place each. */
final class AreaBench {

    static final String MERGED = "merged counts";
    static final String COUNT = "a transaction per fan, one count";
    static final String ROWS = "a transaction per fan, a row per place";

    private static final int FANS = 1_000;
    private static final int[] CAPACITIES = {FANS, 80};

    private final BenchRunner stage;
    private final List<BenchRow> rows;

    AreaBench(BenchRunner stage, List<BenchRow> rows) {
        this.stage = stage;
        this.rows = rows;
    }

    void warmUp() {
        for (String name : List.of(MERGED, COUNT, ROWS)) {
            WarmUp.untilSteady(name, Duration.ZERO, Duration.ofSeconds(20), () -> {
                run(name, FANS);
                return rows.getLast().result().perSecond();
            });
        }
    }

    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int capacity : CAPACITIES) {
                for (String name : List.of(MERGED, COUNT, ROWS)) {
                    run(name, capacity);
                }
            }
        }
    }

    private void run(String name, int capacity) {
        TestHalls halls = stage.bean(0, TestHalls.class);
        long event = name.equals(ROWS) ? halls.open(capacity / 20, 20) : halls.openWithAreas(1, 1, 4, capacity);
        Hall hall = stage.bean(0, Halls.class).of(event);
        String scenario = "%,d places, %,d fans at once".formatted(capacity, FANS);
        switch (name) {
            case MERGED -> {
                HoldDesk desk = stage.bean(0, HoldDesk.class);
                long area = hall.areas().getFirst().id();
                measure(name, scenario, i -> {
                    HoldRequest request = TestHoldRequests.places(Api.newFan(), event, area, 1);
                    return () -> won(desk.hold(request));
                });
                confirm(area, capacity);
            }
            case COUNT -> {
                BareArea bare = new BareArea(stage.bean(0, DataSource.class), hall);
                measure(name, scenario, i -> () -> bare.holdCount(Api.newFan()));
                confirm(hall.areas().getFirst().id(), capacity);
            }
            default -> {
                BareArea bare = new BareArea(stage.bean(0, DataSource.class), hall);
                measure(name, scenario, i -> () -> bare.holdRow(Api.newFan()));
            }
        }
    }

    /** A speed at which places are sold twice, or left over, is none. */
    private void confirm(long area, int capacity) {
        int taken = stage.bean(0, JdbcClient.class)
                .sql("SELECT COALESCE(SUM(places), 0) FROM area_hold WHERE area_id = ?")
                .param(area)
                .query(Integer.class)
                .single();
        if (taken != capacity) {
            throw new IllegalStateException(taken + " of " + capacity + " places are held");
        }
    }

    private void measure(String name, String scenario, IntFunction<BenchLoad.Request> request) {
        JdbcClient jdbc = stage.bean(0, JdbcClient.class);
        StringRedisTemplate redis = stage.bean(0, StringRedisTemplate.class);
        ServerCounters before = ServerCounters.read(jdbc, redis);
        BenchLoad.Result result = BenchLoad.of(FANS, FANS, request);
        rows.add(new BenchRow(
                name, scenario, 1, result, ServerCounters.read(jdbc, redis).since(before)));
    }

    private static Outcome won(Hold hold) {
        return hold.ids().isEmpty() ? Outcome.FAILED : Outcome.WON;
    }
}
