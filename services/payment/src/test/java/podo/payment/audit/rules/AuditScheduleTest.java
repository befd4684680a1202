package podo.payment.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import podo.contracts.payment.PaymentStatus;
import podo.payment.audit.evidence.OrderMoney;

class AuditScheduleTest {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @RepeatedTest(20)
    void anOlderOrderIsDueOnceAnHour() {
        OrderMoney old = order("podo-" + UUID.randomUUID(), NOON.minus(Duration.ofDays(1)));
        assertThat(turns(old)).isEqualTo(1);
    }

    @Test
    void aFreshOrderIsDueEachTime() {
        assertThat(turns(order("podo-fresh", NOON.plus(Duration.ofHours(1))))).isEqualTo(12);
    }

    @Test
    void withRareAuditsEachOrderIsDue() {
        OrderMoney old = order("podo-old", NOON.minus(Duration.ofDays(2)));
        assertThat(new AuditSchedule(Duration.ofHours(1), NOON).isDue(old)).isTrue();
        assertThat(new AuditSchedule(Duration.ofHours(7), NOON).isDue(old)).isTrue();
    }

    private static long turns(OrderMoney order) {
        return IntStream.range(0, 12)
                .mapToObj(i -> new AuditSchedule(EVERY, NOON.plus(EVERY.multipliedBy(i))))
                .filter(schedule -> schedule.isDue(order))
                .count();
    }

    private static OrderMoney order(String id, Instant changedAt) {
        return new OrderMoney(
                id,
                42,
                1_000,
                PaymentStatus.PAID,
                "key",
                0,
                0,
                changedAt,
                false,
                true,
                1_000,
                0,
                0,
                0,
                0,
                Set.of(),
                1,
                0,
                0);
    }
}
