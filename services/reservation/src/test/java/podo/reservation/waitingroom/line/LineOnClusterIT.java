package podo.reservation.waitingroom.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;
import podo.starter.security.EntryPass;

/** The line on a Redis Cluster of three primaries: a room on each of them. */
@SpringBootTest(properties = "podo.room.tick=100ms")
@OnRealServers({RealServer.DATABASE, RealServer.REDIS_CLUSTER, RealServer.KAFKA})
class LineOnClusterIT {

    private static final int NODES = 3;
    private static final int FANS = 20;

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    AdmissionScripts admission;

    @MockitoBean
    AvailabilityClient inventory;

    private final List<Long> events =
            IntStream.range(0, NODES).mapToObj(this::eventAt).toList();

    @BeforeEach
    void seats() {
        AvailabilityStubs.withPlenty(inventory);
    }

    @AfterEach
    void allNodesRun() {
        TestServers.redisNodes().getFirst().start();
    }

    @Test
    void fansOfEachRoomGoFromTheLobbyThroughTheDrawToTheirSeatsAndTheKeysOfARoomAreOnOneNode() {
        events.forEach(event -> open(event, Instant.now().plusSeconds(3)));
        for (long event : events) {
            LongStream.rangeClosed(1, FANS)
                    .forEach(fan ->
                            assertThat(line.join(event, fan, null).state()).isEqualTo(LineState.LOBBY));
        }
        Set<Integer> used = new HashSet<>();
        for (long event : events) {
            soon().until(() -> LongStream.rangeClosed(1, FANS).allMatch(fan -> state(event, fan) == LineState.OFFERED));
            assertThat(LongStream.rangeClosed(1, FANS)
                            .map(fan -> line.status(event, fan).number())
                            .sorted())
                    .containsExactly(LongStream.rangeClosed(1, FANS).boxed().toArray(Long[]::new));
            EntryPass pass = line.enter(event, 1);
            assertThat(line.extend(event, 1).expiresAt()).isAfter(pass.expiresAt());
            line.releaseSlot(event, 1, pass.id());
            line.leave(event, 2);
            soon().until(() -> admission.snapshot(event).orElseThrow().taken() == FANS - 2);
            Set<Integer> nodes = TestRedis.clusterNodesWith("{room:" + event + "}:*");
            assertThat(nodes).as("keys of one room").hasSize(1);
            used.addAll(nodes);
        }
        assertThat(used).as("nodes of the three rooms").hasSize(NODES);
    }

    @Test
    void aRoomWhosePrimaryDiesGoesOnAtTheReplicaAndTheOthersDoNotNotice() throws Exception {
        long there = events.getFirst();
        events.forEach(event -> open(event, Instant.now().minusSeconds(60)));
        Map<Long, Place> before = new TreeMap<>();
        for (long fan = 1; fan <= FANS; fan++) {
            before.put(fan, line.join(there, fan, null));
        }
        events.forEach(event -> line.join(event, FANS, null));
        long written = replication("master_repl_offset:(\\d+)");
        soon().until(() -> replication("slave0:.*,offset=(\\d+)") >= written);
        TestServers.redisNodes().getFirst().kill();

        for (long event : events.subList(1, NODES)) {
            assertThat(line.join(event, FANS + 1, null).number()).isEqualTo(2);
        }
        soon().ignoreExceptions().until(() -> line.status(there, FANS).number() != null);
        before.forEach(
                (fan, place) -> assertThat(line.status(there, fan).number()).isEqualTo(place.number()));
        assertThat(line.join(there, FANS + 1, null).number())
                .as("the dead primary may have given numbers that the replica never heard of")
                .isGreaterThan(FANS + 1);
        assertThat(admission.snapshot(there).orElseThrow().rebuilt()).isFalse();
    }

    private static long replication(String pattern) throws IOException {
        Matcher number = Pattern.compile(pattern)
                .matcher(TestServers.redisCluster().nodes().getFirst().bulk("INFO replication"));
        return number.find() ? Long.parseLong(number.group(1)) : -1;
    }

    /** An event whose room is at that node. */
    private long eventAt(int node) {
        return LongStream.generate(() -> ThreadLocalRandom.current().nextLong(1, 1_000_000_000))
                .filter(event -> TestRedis.clusterNodeOf("{room:" + event + "}") == node)
                .findFirst()
                .orElseThrow();
    }

    private LineState state(long event, long fan) {
        return line.status(event, fan).state();
    }

    private void open(long event, Instant onSaleAt) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, 1_000, 1_000));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90));
    }
}
