package podo.inventory.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.contracts.inventory.SeatState;
import podo.inventory.Api;
import podo.inventory.bench.BareDatabase.Claim;
import podo.inventory.bench.BenchLoad.Outcome;
import podo.inventory.bench.BenchLoad.Result;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.HoldStrategy;
import podo.inventory.hold.TestHoldRequests;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.attempt.HoldRules;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;

/** Measures the service itself: by call, and over its own HTTP. */
final class ServiceBench {

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final BenchRunner stage;
    private final int most;
    private final List<BenchRow> rows;

    ServiceBench(BenchRunner stage, int most, List<BenchRow> rows) {
        this.stage = stage;
        this.most = most;
        this.rows = rows;
    }

    void warmUp() {
        for (HoldStrategy strategy : HoldStrategy.values()) {
            choose(strategy);
            WarmUp.untilSteady(strategy.name().toLowerCase(), Duration.ZERO, WARM_UP, () -> {
                hold(strategy.name(), BenchScenario.TEN_SEATS, stage.instances(), -1);
                hold(strategy.name(), BenchScenario.ARENA, stage.instances(), -1);
                return last();
            });
        }
        WarmUp.untilSteady(BenchReport.BARE, Duration.ZERO, WARM_UP, () -> {
            bare(BenchScenario.ARENA, -1);
            return last();
        });
        WarmUp.untilSteady(BenchReport.SHARED, Duration.ZERO, WARM_UP, () -> {
            sharedBare(BenchScenario.ARENA, -1);
            return last();
        });
    }

    private double last() {
        return rows.getLast().result().perSecond();
    }

    /** As many rounds as wanted, or as go into the time; at least one. */
    void strategies(int rounds, Duration budget) {
        long began = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            for (BenchScenario scenario : BenchScenario.OF_STRATEGIES) {
                for (int instances = 1; instances <= stage.instances(); instances++) {
                    for (HoldStrategy strategy : HoldStrategy.values()) {
                        choose(strategy);
                        hold(strategy.name().toLowerCase(), scenario, instances, round);
                    }
                }
                bare(scenario, round);
                sharedBare(scenario, round);
            }
            policies(round);
            Duration spent = Duration.ofNanos(System.nanoTime() - began);
            System.out.println("strategies: round " + (round + 1) + " of " + rounds + ", " + spent.toSeconds() + " s");
            if (spent.plus(spent.dividedBy(round + 1)).compareTo(budget) > 0) {
                return;
            }
        }
    }

    void halls(int rounds) {
        choose(HoldStrategy.ATOMIC);
        HoldDesk desk = stage.bean(0, HoldDesk.class);
        SeatChangePublisher seatChanges = stage.bean(0, SeatChangePublisher.class);
        for (int round = 0; round < rounds; round++) {
            for (int seats : new int[] {300, 5_000, 50_000}) {
                long event = stage.bean(0, TestHalls.class).open(seats / 100, 100);
                stage.bean(0, Halls.class).of(event);
                measure("hall of " + seats, "holds as the hall grows", 1, 300, 16, i -> {
                    HoldRequest request =
                            TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1 + i * (seats / 300)));
                    return () -> won(desk.hold(request));
                });
                measure("hall of " + seats, "deltas as the hall grows", 1, 1_000, 16, i -> {
                    long seat = SeatIds.of(event, 1 + i % seats);
                    return () -> {
                        seatChanges.publish(event, SeatChange.all(List.of(seat), SeatState.AVAILABLE, null));
                        return Outcome.WON;
                    };
                });
            }
        }
    }

    void overHttp(int rounds) {
        choose(HoldStrategy.ATOMIC);
        Api api = stage.bean(0, Api.class);
        BenchHttp http = new BenchHttp(api.base());
        TestHalls halls = stage.bean(0, TestHalls.class);
        int seats = Math.min(2_000, most);
        for (int round = 0; round < rounds; round++) {
            long event = halls.open(20, 100);
            measure("holds", "over HTTP, 32 callers", 1, seats, 32, i -> hold(http, api, event, i + 1));
            measure("refusals", "over HTTP, 32 callers", 1, 4_000, 32, i -> hold(http, api, event, i % seats + 1));
            String reader = api.token(1, false);
            measure("state", "over HTTP, 32 callers", 1, 8_000, 32, i -> http.read(event, "/state", reader));
            measure("2,000 seats, gzip", "over HTTP, 32 callers", 1, 8_000, 32, i -> http.read(event, "", reader));
            long hot = halls.open(1, 10);
            measure("100 fans, 10 seats", "over HTTP, 100 callers", 1, 100, 100, i -> hold(http, api, hot, i % 10 + 1));
        }
    }

    private static BenchLoad.Request hold(BenchHttp http, Api api, long event, int seq) {
        long fan = Api.newFan();
        return http.hold(
                event, SeatIds.of(event, seq), api.token(fan, false), api.pass(fan, event, Duration.ofMinutes(15)));
    }

    private void hold(String name, BenchScenario scenario, int instances, long round) {
        long event = open(scenario);
        HoldDesk[] desks = {stage.bean(0, HoldDesk.class), stage.bean(instances - 1, HoldDesk.class)};
        stage.bean(instances - 1, Halls.class).of(event);
        measure(name, scenario.title, instances, scenario.fans, scenario.callers, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, scenario.request(event, i, round));
            return () -> won(desks[i % 2].hold(request));
        });
    }

    private void bare(BenchScenario scenario, long round) {
        long event = open(scenario);
        BareDatabase bare = bare(event);
        measure(BenchReport.BARE, scenario.title, 1, scenario.fans, scenario.callers, i -> {
            Claim claim = claim(event, scenario, i, round);
            return () -> bare.hold(List.of(claim));
        });
    }

    private void sharedBare(BenchScenario scenario, long round) {
        long event = open(scenario);
        try (SharedBareDatabase shared = new SharedBareDatabase(bare(event))) {
            measure(BenchReport.SHARED, scenario.title, 1, scenario.fans, scenario.callers, i -> {
                Claim claim = claim(event, scenario, i, round);
                return () -> shared.hold(claim);
            });
        }
    }

    private BareDatabase bare(long event) {
        return new BareDatabase(
                stage.bean(0, DataSource.class),
                event,
                stage.bean(0, Halls.class).of(event).revision());
    }

    private static Claim claim(long event, BenchScenario scenario, int i, long round) {
        return Claim.of(
                Api.newFan(),
                scenario.request(event, i, round).stream().sorted().toList());
    }

    /** The cost of checking for single seats left alone, which organisers may switch on. */
    private void policies(long round) {
        choose(HoldStrategy.ATOMIC);
        HoldDesk desk = stage.bean(0, HoldDesk.class);
        HoldRules rules = stage.bean(0, HoldRules.class);
        BenchScenario pairs = BenchScenario.PAIRS;
        for (SingleSeatPolicy policy : SingleSeatPolicy.values()) {
            Show show = TestHalls.show(Instant.now().plus(Duration.ofDays(30)), 4, policy);
            long event = stage.bean(0, TestHalls.class).open(pairs.seats / 100, 100, show, "");
            stage.bean(0, Halls.class).of(event);
            measure("atomic, " + policy, pairs.title, 1, pairs.fans, pairs.callers, i -> {
                HoldRequest request = TestHoldRequests.byNewFan(event, pairs.request(event, i, round));
                return () -> {
                    Hold hold = desk.hold(request);
                    rules.findWarnings(hold);
                    return won(hold);
                };
            });
        }
    }

    private long open(BenchScenario scenario) {
        long event = stage.bean(0, TestHalls.class).open((scenario.seats + 99) / 100, Math.min(100, scenario.seats));
        stage.bean(0, Halls.class).of(event);
        return event;
    }

    private void measure(
            String name,
            String scenario,
            int instances,
            int requests,
            int callers,
            IntFunction<BenchLoad.Request> request) {
        JdbcClient jdbc = stage.bean(0, JdbcClient.class);
        StringRedisTemplate redis = stage.bean(0, StringRedisTemplate.class);
        ServerCounters before = ServerCounters.read(jdbc, redis);
        Result result = BenchLoad.of(Math.min(requests, most), callers, request);
        rows.add(new BenchRow(
                name,
                scenario,
                instances,
                result,
                ServerCounters.read(jdbc, redis).since(before)));
    }

    private void choose(HoldStrategy strategy) {
        for (int i = 0; i < stage.instances(); i++) {
            stage.bean(i, HoldStrategySelector.class).select(strategy);
        }
    }

    private static Outcome won(Hold hold) {
        return hold.ids().isEmpty() ? Outcome.FAILED : Outcome.WON;
    }
}
