package podo.reservation.waitingroom.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.fairness.VerifyDraw;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.fixture.TickCommands;
import podo.reservation.waitingroom.line.LineStateRecovery;
import podo.reservation.waitingroom.room.QueueNumbers;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.FanStanding;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.RoomScripts;
import podo.reservation.waitingroom.script.TickResult;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.TestRedis;
import tools.jackson.databind.json.JsonMapper;

/** The draw while everything goes on: several instances make it, one of them dies, fans come and leave. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "podo.room.tick=1h")
@OnRealServers
class DrawIT {

    private static final int FANS = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    Rooms rooms;

    @Autowired
    LineScripts scripts;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    LineStateRecovery recovery;

    @Autowired
    DrawProcess draws;

    @Autowired
    QueueNumbers numbers;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @Test
    void twoInstancesAndOneThatDiesPublishTheListThatTheFansStandIn() throws Exception {
        open(Instant.now().plusSeconds(900));
        recovery.createOrRebuild(rooms.find(event).orElseThrow());
        crowd(1, FANS, fan -> join(fan));
        Map<String, String> lobby = places();
        assertThat(lobby).hasSize(FANS);
        open(Instant.now().minusSeconds(1));
        assertThat(tick().outcome()).isEqualTo(TickResult.Outcome.DRAW);

        LettuceConnectionFactory connections = new LettuceConnectionFactory(TestRedis.login("reservation"));
        connections.afterPropertiesSet();
        StringRedisTemplate otherRedis = new StringRedisTemplate(connections);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            DrawProcess dying = draws(redis, new DyingDatabase(database));
            assertThatThrownBy(() -> dying.draw(rooms.find(event).orElseThrow(), FANS))
                    .hasMessageContaining("the power is gone");
            assertThat(rooms.reload(rooms.find(event).orElseThrow()).isDrawn()).isFalse();
            List<Future<?>> running = new ArrayList<>();
            for (DrawProcess instance : List.of(draws, draws(otherRedis, new JdbcTemplate(database)))) {
                running.add(all.submit(() -> instance.draw(rooms.find(event).orElseThrow(), FANS)));
            }
            running.add(all.submit(() -> crowd(1, 200, fan -> scripts.leave(event, fan))));
            running.add(all.submit(() -> crowd(FANS + 1, FANS + 200, fan -> join(fan))));
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            connections.destroy();
        }
        assertThat(tick().outcome()).isEqualTo(TickResult.Outcome.TICKED);

        Map<?, ?> published = JsonMapper.shared().readValue(get("/draw"), Map.class);
        assertThat(VerifyDraw.verify(published, "")).isZero();
        List<?> ids = (List<?>) published.get("ticketIds");
        assertThat(new HashSet<Object>(ids)).isEqualTo(new HashSet<Object>(lobby.values()));
        Set<Long> given = new HashSet<>();
        Map<String, String> now = places();
        assertThat(now).hasSize(FANS);
        now.forEach((fan, place) -> {
            String ticket = place.substring(0, place.indexOf('|'));
            long number = Long.parseLong(place.substring(place.indexOf('|') + 1));
            assertThat(given.add(number)).as("number %d once", number).isTrue();
            if (Long.parseLong(fan) <= FANS) {
                assertThat(ids.get((int) number - 1)).isEqualTo(ticket);
            } else {
                assertThat(number).isGreaterThan(FANS);
            }
        });
        assertThat(get("/tickets?from=" + (FANS + 1))).contains("\"ticketIds\":[]");
    }

    @Test
    void aLobbyThatRedisClosedAnewAfterACrashStandsInTheListThatCounts() {
        open(Instant.now().plusSeconds(900));
        recovery.createOrRebuild(rooms.find(event).orElseThrow());
        LongStream.rangeClosed(1, 30).forEach(this::join);
        Map<String, String> first = places();
        Map<String, Long> fans = new HashMap<>();
        first.forEach((fan, ticket) -> fans.put(ticket, Long.valueOf(fan)));
        Room room = rooms.find(event).orElseThrow();
        List<String> order = DrawAlgorithm.order(room.seed(), fans.keySet());
        new DrawnPlaces(new JdbcTemplate(database), jdbc, transactions, Clock.systemUTC()).write(event, order, fans);
        redis.opsForHash().delete(scripts.key(event, "fans"), "7"); // came in the second that the file lost
        join(31); // and stood in no list
        open(Instant.now().minusSeconds(1)); // the draw has been made: this moves nothing
        redis.opsForHash().put(scripts.key(event, "meta"), "onSaleAt", "0");
        TickResult closed = admissionScripts.tick(event, TickCommands.admittingNobody(0));
        draws.draw(room, closed.lobby());
        first.forEach(
                (fan, ticket) -> assertThat(places().get(fan)).isEqualTo(ticket + "|" + (order.indexOf(ticket) + 1)));
        assertThat(places().get("31")).endsWith("|31");
    }

    @Test
    void whoComesWhileALobbyIsDrawnThatAllHaveLeftStandsBehindThePublishedList() {
        open(Instant.now().plusSeconds(900));
        recovery.createOrRebuild(rooms.find(event).orElseThrow());
        LongStream.rangeClosed(1, 3).forEach(this::join);
        open(Instant.now().minusSeconds(1));
        TickResult closed = tick();
        LongStream.rangeClosed(1, 3).forEach(fan -> scripts.leave(event, fan));
        join(4);
        assertThat(tick().outcome()).isEqualTo(TickResult.Outcome.DRAW);
        draws.draw(rooms.find(event).orElseThrow(), closed.lobby());
        assertThat(places()).hasSize(1);
        assertThat(places().get("4")).endsWith("|4");
    }

    /** Writes half of the rows. */
    private static final class DyingDatabase extends JdbcTemplate {

        private int parts;

        DyingDatabase(DataSource database) {
            super(database);
        }

        @Override
        public int[] batchUpdate(String sql, List<? extends Object[]> rows) {
            if (++parts > 2) {
                throw new DataAccessResourceFailureException("the power is gone");
            }
            return super.batchUpdate(sql, rows);
        }
    }

    private DrawProcess draws(StringRedisTemplate redis, JdbcTemplate batches) {
        DrawnPlaces places = new DrawnPlaces(batches, jdbc, transactions, Clock.systemUTC());
        return new DrawProcess(
                redis, new LineScripts(redis), new RoomScripts(new LineScripts(redis)), rooms, places, numbers);
    }

    private void join(long fan) {
        assertThat(scripts.join(event, fan, "%022d".formatted(fan * 7_919), 0, "")
                        .outcome())
                .isEqualTo(FanStanding.Outcome.LOBBY);
    }

    private void crowd(long first, long last, LongConsumer step) {
        try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> steps = LongStream.rangeClosed(first, last)
                    .mapToObj(fan -> crowd.submit((Callable<Boolean>) () -> {
                        step.accept(fan);
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> each : steps) {
                each.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TickResult tick() {
        Room room = rooms.reload(rooms.find(event).orElseThrow());
        return admissionScripts.tick(
                event, TickCommands.admittingNobody(room.onSaleAt().toEpochMilli()));
    }

    private Map<String, String> places() {
        Map<String, String> places = new HashMap<>();
        redis.opsForHash()
                .entries(scripts.key(event, "fans"))
                .forEach((fan, place) -> places.put(fan.toString(), place.toString()));
        return places;
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/api/events/" + event + "/fairness" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void open(Instant onSaleAt) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, 0, 100));
    }
}
