package podo.reservation.booking.orderid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

    private final OrderIds ids = new OrderIds(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void anIdTellsItsFanToUsAlone() {
        String id = ids.next(1_000_042);
        assertThat(id).matches("podo-[A-Za-z0-9_-]{22}");
        assertThat(ids.fanOf(id)).contains(1_000_042L);
        byte[] otherSecret = new byte[32];
        otherSecret[0] = 1;
        assertThat(new OrderIds(Base64.getEncoder().encodeToString(otherSecret)).fanOf(id))
                .isEmpty();
    }

    @Test
    void noTwoOrdersOfAFanHaveTheSameId() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.next(7))).isTrue();
        }
    }

    @Test
    void foreignIdsNameNobody() {
        assertThat(ids.fanOf("podo-1")).isEmpty();
        assertThat(ids.fanOf("")).isEmpty();
        assertThat(ids.fanOf("podo-AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
        assertThat(ids.fanOf("podo-" + "A".repeat(21) + "!")).isEmpty();
    }
}
