package podo.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AuditScheduleTest {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @RepeatedTest(20)
    void theBankIsAskedAboutAnOldOrderOnceAnHour() {
        OrderMoney old = order("podo-" + UUID.randomUUID(), NOON.minus(Duration.ofDays(1)));
        assertThat(turns(old)).isEqualTo(1);
    }

    @Test
    void theBankIsAskedAboutAFreshOrderInEachRound() {
        assertThat(turns(order("podo-fresh", NOON.plus(Duration.ofHours(1))))).isEqualTo(12);
    }

    @Test
    void whereRoundsAreRareEachAsksAboutAll() {
        OrderMoney old = order("podo-old", NOON.minus(Duration.ofDays(2)));
        assertThat(new AuditSchedule(Duration.ofHours(1), NOON).isTurnOf(old)).isTrue();
        assertThat(new AuditSchedule(Duration.ofHours(7), NOON).isTurnOf(old)).isTrue();
    }

    private static long turns(OrderMoney order) {
        return IntStream.range(0, 12)
                .mapToObj(i -> new AuditSchedule(EVERY, NOON.plus(EVERY.multipliedBy(i))))
                .filter(rota -> rota.isTurnOf(order))
                .count();
    }

    private static OrderMoney order(String id, Instant changedAt) {
        return new OrderMoney(id, 1_000, "PAID", "key", 0, 0, changedAt, true, 1_000, 0, 0, 0, 0, Set.of(), 0);
    }
}
