package podo.reservation.waitingroom.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardedLineTest {

    private static final int FANS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 64})
    void manyShardsLetInTheSameFansInTheSameOrderAsOneLine(int shards) {
        Random random = new Random(20261123 + shards);
        ShardedLine one = new ShardedLine(1);
        ShardedLine many = new ShardedLine(shards);
        for (long fan = 1; fan <= FANS; fan++) {
            one.join(fan, fan);
            many.join(fan, fan);
        }
        long number = FANS;
        for (int tick = 0; tick < 100; tick++) {
            for (int i = 0; i < 20; i++) {
                long fan = 1 + random.nextInt(FANS);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        one.leave(fan);
                        many.leave(fan);
                    }
                    case 1 -> {
                        number++;
                        one.join(number, number);
                        many.join(number, number);
                    }
                    default -> {
                        boolean silent = random.nextInt(3) > 0;
                        one.silent(fan, silent);
                        many.silent(fan, silent);
                    }
                }
            }
            int count = 1 + random.nextInt(150);
            List<Long> admitted = many.tick(count);
            assertThat(admitted).isEqualTo(one.tick(count));
            assertThat(admitted).hasSize(count);
        }
        assertThat(many.questions()).as("a search, not a scan").isLessThan(100 * 20);
    }
}
