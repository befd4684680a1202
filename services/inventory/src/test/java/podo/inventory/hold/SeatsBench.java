package podo.inventory.hold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.inventory.Api;
import podo.inventory.hold.Load.Outcome;
import podo.inventory.hold.Load.Result;
import podo.inventory.seat.Halls;
import podo.inventory.seat.TestHalls;

/**
 * {@code ./podo bench seats [rounds] [most]} ({@code most} fans per round, 5,000 unless said otherwise): the strategies beside each other and beside the bare database, in the same run and
 * in turn, so that a busy machine is unfair to nobody. Writes tables, raw figures and plots to {@code docs/}.
 */
public final class SeatsBench {

    private final BenchStage stage;
    private final int most;
    private final List<BenchRow> rows = new ArrayList<>();

    private SeatsBench(BenchStage stage, int most) {
        this.stage = stage;
        this.most = most;
    }

    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int most = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        Path docs = Path.of(System.getenv().getOrDefault("PODO_PROJECT", "."), "services/inventory/docs");
        Files.createDirectories(docs);
        try (BenchStage stage = new BenchStage(2)) {
            SeatsBench bench = new SeatsBench(stage, most);
            bench.warmUp();
            bench.strategies(rounds);
            bench.halls(rounds);
            bench.overHttp(rounds);
            new BenchReport(bench.rows, docs).write();
        }
        System.exit(0);
    }

    private void warmUp() {
        for (Strategy strategy : Strategy.values()) {
            choose(strategy);
            hold(strategy.name(), Scenario.ARENA, 2, -1);
            hold(strategy.name(), Scenario.TEN_SEATS, 1, -1);
        }
        bare(Scenario.ARENA, -1);
        rows.clear();
    }

    private void strategies(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (Scenario scenario : Scenario.values()) {
                for (int instances = 1; instances <= stage.instances(); instances++) {
                    for (Strategy strategy : Strategy.values()) {
                        choose(strategy);
                        hold(strategy.name().toLowerCase(), scenario, instances, round);
                    }
                }
                bare(scenario, round);
            }
            System.out.println("round " + (round + 1) + " of " + rounds);
        }
    }

    private void halls(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int seats : new int[] {300, 5_000, 50_000}) {
                choose(Strategy.ATOMIC);
                long event = stage.bean(0, TestHalls.class).open(seats / 100, 100);
                HoldDesk desk = stage.bean(0, HoldDesk.class);
                stage.bean(0, Halls.class).of(event);
                measure("hall of " + seats, "holds as the hall grows", 1, 300, 16, i -> {
                    Wish wish = Wishes.byNewFan(event, TestHalls.seats(event, 1 + i * (seats / 300)));
                    return () -> won(desk.take(wish));
                });
            }
        }
    }

    private void overHttp(int rounds) {
        choose(Strategy.ATOMIC);
        for (int round = 0; round < rounds; round++) {
            BenchHttp http = new BenchHttp(stage.bean(0, Api.class));
            long event = stage.bean(0, TestHalls.class).open(20, 100);
            measure("holds", "over HTTP, 32 callers", 1, 2_000, 32, i -> http.hold(event, i + 1));
            measure(
                    "refusals",
                    "over HTTP, 32 callers",
                    1,
                    4_000,
                    32,
                    i -> http.hold(event, i % Math.min(2_000, most) + 1));
            long hall = stage.bean(0, TestHalls.class).open(10, 100);
            measure("state of 1,000 seats", "over HTTP, 32 callers", 1, 8_000, 32, i -> http.read(hall, "/state"));
            measure("1,000 seats, gzip", "over HTTP, 32 callers", 1, 8_000, 32, i -> http.read(hall, ""));
            long hot = stage.bean(0, TestHalls.class).open(1, 10);
            measure("100 fans, 10 seats", "over HTTP, 100 callers", 1, 100, 100, i -> http.hold(hot, i % 10 + 1));
        }
    }

    private void hold(String name, Scenario scenario, int instances, long round) {
        long event = stage.bean(0, TestHalls.class).open((scenario.seats + 99) / 100, Math.min(100, scenario.seats));
        HoldDesk[] desks = {stage.bean(0, HoldDesk.class), stage.bean(instances - 1, HoldDesk.class)};
        stage.bean(0, Halls.class).of(event);
        stage.bean(1, Halls.class).of(event);
        measure(name, scenario.title, instances, scenario.fans, scenario.callers, i -> {
            Wish wish = Wishes.byNewFan(event, scenario.wish(event, i, round));
            return () -> won(desks[i % 2].take(wish));
        });
    }

    private void bare(Scenario scenario, long round) {
        long event = stage.bean(0, TestHalls.class).open((scenario.seats + 99) / 100, Math.min(100, scenario.seats));
        int revision = stage.bean(0, Halls.class).of(event).revision();
        BareDatabase bare = new BareDatabase(stage.bean(0, DataSource.class));
        measure("bare database", scenario.title, 1, scenario.fans, scenario.callers, i -> {
            List<Long> seats = scenario.wish(event, i, round).stream().sorted().toList();
            long fan = Api.newFan();
            return () -> bare.hold(event, fan, seats, revision);
        });
    }

    private void measure(
            String name, String scenario, int instances, int requests, int callers, IntFunction<Load.Request> request) {
        JdbcClient jdbc = stage.bean(0, JdbcClient.class);
        StringRedisTemplate redis = stage.bean(0, StringRedisTemplate.class);
        Gauges before = Gauges.read(jdbc, redis);
        Result result = Load.of(Math.min(requests, most), callers, request);
        rows.add(new BenchRow(
                name, scenario, instances, result, Gauges.read(jdbc, redis).since(before)));
    }

    private void choose(Strategy strategy) {
        for (int i = 0; i < stage.instances(); i++) {
            stage.bean(i, Strategies.class).choose(strategy);
        }
    }

    private static Outcome won(Hold hold) {
        return hold.seatIds().isEmpty() ? Outcome.FAILED : Outcome.WON;
    }
}
