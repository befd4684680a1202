package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedPassesTest {

    @Test
    void aFloodIsCutOffAndALineThatIsAwayDisturbsNobody() {
        List<Rooms.Attempt> told = new ArrayList<>();
        RefusedPasses refused = new RefusedPasses(new Rooms() {

            @Override
            public Slots signs(List<Sign> signs) {
                return new Slots(List.of());
            }

            @Override
            public void refused(List<Attempt> attempts) {
                told.addAll(attempts);
                throw new IllegalStateException("away");
            }
        });
        for (int i = 0; i < 5_000; i++) {
            refused.note(1, i, "forged");
        }
        refused.tell();
        refused.tell();
        assertThat(told).hasSize(1_000);
    }
}
