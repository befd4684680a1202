package podo.reservation.waitingroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.TestRedis;

/** Nine of ten fans wait as long as they were told, whatever bounds the admission. The clock is simulated, the seed fixed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitSimulationIT {

    private LettuceConnectionFactory connections;

    @BeforeAll
    void connect() {
        connections = new LettuceConnectionFactory(TestRedis.superuser());
        connections.afterPropertiesSet();
    }

    @AfterAll
    void disconnect() {
        connections.destroy();
    }

    static List<SimulatedCrowd> crowds() {
        return Boolean.getBoolean("podo.long")
                ? SimulatedCrowd.ALL
                : List.of(SimulatedCrowd.ALL.get(1), SimulatedCrowd.ALL.get(5));
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void theShownWaitTurnsOutTrue(SimulatedCrowd crowd) {
        WaitSimulation.Honesty honesty = new WaitSimulation(new StringRedisTemplate(connections), crowd, 1).measure();
        assertThat(honesty.inside()).as("inside the range: " + honesty).isGreaterThanOrEqualTo(0.9);
        assertThat(honesty.width()).as("median width: " + honesty).isLessThanOrEqualTo(0.5);
    }
}
