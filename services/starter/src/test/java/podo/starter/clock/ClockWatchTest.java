package podo.starter.clock;

import static com.netflix.appinfo.InstanceInfo.InstanceStatus.DOWN;
import static com.netflix.appinfo.InstanceInfo.InstanceStatus.STARTING;
import static com.netflix.appinfo.InstanceInfo.InstanceStatus.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWatchTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Instant began = Instant.parse("2031-05-04T10:00:00Z");
    private Duration elapsed = Duration.ZERO;
    private Duration machineIsAhead = Duration.ZERO;
    private Duration databaseIsAhead = Duration.ZERO;
    private Duration answerTakes = Duration.ZERO;
    private boolean databaseAnswers = true;

    private final TimeReference database = new TimeReference("database", () -> {
        if (!databaseAnswers) {
            throw new IllegalStateException("no answer");
        }
        elapsed = elapsed.plus(answerTakes);
        return now().plus(databaseIsAhead);
    });
    private final TimeReference redis = new TimeReference("redis", this::now);
    private final ClockWatch watch = watch(List.of(database, redis));

    private ClockWatch watch(List<TimeReference> references) {
        return new ClockWatch(references, () -> now().plus(machineIsAhead), () -> elapsed.toNanos(), TOLERANCE);
    }

    private Instant now() {
        return began.plus(elapsed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "PT11S", "-PT11S"})
    void aJumpIsSeenBeforeTheServersAreAskedAgain(Duration jump) {
        watch.read();
        elapsed = elapsed.plusSeconds(3);
        assertThat(watch.isWrong()).isFalse();

        machineIsAhead = jump;

        assertThat(watch.isWrong()).isTrue();
        assertThat(watch.skew(database)).isEqualTo(jump);
    }

    @Test
    void aClockThatIsWrongFromTheStartIsSeenAndOneThatIsSetRightServesAgain() {
        machineIsAhead = HOUR;
        watch.afterSingletonsInstantiated();
        assertThat(watch.isWrong()).isTrue();
        assertThat(watch.describe()).isEqualTo("3600.0 s ahead of database, 3600.0 s ahead of redis");

        machineIsAhead = Duration.ZERO;
        assertThat(watch.isWrong()).isFalse();
    }

    @Test
    void nineSecondsAreTolerated() {
        machineIsAhead = Duration.ofSeconds(9);
        watch.read();
        assertThat(watch.isWrong()).isFalse();
    }

    /** Else the database's jump would take every process out of service. */
    @Test
    void aServerWhoseClockJumpsAloneIsNotBelieved() {
        databaseIsAhead = HOUR;
        watch.read();
        assertThat(watch.isWrong()).isFalse();
        assertThat(watch.skew(database)).isEqualTo(HOUR.negated());

        machineIsAhead = HOUR.multipliedBy(-1);
        assertThat(watch.isWrong()).isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerLeavesTheLastReading() {
        watch.read();
        databaseAnswers = false;
        elapsed = elapsed.plus(HOUR);
        watch.read();
        assertThat(watch.isWrong()).isFalse();
        assertThat(watch.skew(database)).isZero();
    }

    @Test
    void anAnswerThatTookLongSaysNothing() {
        ClockWatch alone = watch(List.of(database));
        answerTakes = Duration.ofSeconds(40);
        alone.read();
        assertThat(alone.skew(database)).isZero();

        answerTakes = Duration.ofSeconds(2);
        machineIsAhead = HOUR;
        alone.read();
        assertThat(alone.skew(database)).isBetween(HOUR.minusSeconds(1), HOUR.plusSeconds(1));
    }

    @Test
    void withoutServersNothingIsCompared() {
        ClockWatch alone = watch(List.of());
        alone.read();
        machineIsAhead = HOUR;
        assertThat(alone.isWrong()).isFalse();
    }

    @Test
    void theRegistryListsWhoseClockIsRight() {
        ListedWhileRight status = new ListedWhileRight(watch);
        watch.read();
        assertThat(status.getStatus(UP)).isEqualTo(UP);
        assertThat(status.getStatus(DOWN)).as("it drains").isEqualTo(DOWN);

        machineIsAhead = HOUR;

        assertThat(status.getStatus(STARTING)).as("it is registered later").isEqualTo(STARTING);
        assertThat(status.getStatus(UP)).isEqualTo(DOWN);
        assertThat(status.getStatus(DOWN)).isEqualTo(DOWN);

        machineIsAhead = Duration.ZERO;

        assertThat(status.getStatus(DOWN)).as("it was taken out by this").isEqualTo(UP);
        assertThat(status.getStatus(DOWN)).as("it drains").isEqualTo(DOWN);
    }
}
