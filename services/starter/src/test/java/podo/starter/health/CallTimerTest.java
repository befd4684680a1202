package podo.starter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CallTimerTest {

    private Instant now = Instant.parse("2026-12-01T10:00:00Z");
    private final RecentValues times = new RecentValues(Duration.ofSeconds(30), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });
    private final CallTimer watch = new CallTimer(times);

    @Test
    void aFailedRequestCountsAsASlowOne() {
        for (int i = 0; i < 10; i++) {
            call("POST", 503);
        }
        assertThat(times.p95()).isEqualTo(CallTimer.FAILED.toMillis());
    }

    @Test
    void refusalsCountNormallyAndGetsAreIgnored() {
        for (int i = 0; i < 10; i++) {
            call("POST", 409);
            call("GET", 503);
        }
        assertThat(times.p95()).isBetween(0.0, 5_000.0);
    }

    @Test
    void oldValuesAreDroppedAndTooFewCountAsZero() {
        for (int i = 0; i < 4; i++) {
            call("POST", 500);
        }
        assertThat(times.p95()).as("four of them").isZero();
        call("POST", 500);
        assertThat(times.p95()).isPositive();
        now = now.plusSeconds(31);
        assertThat(times.p95()).isZero();
    }

    private void call(String method, int status) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/reservations");
        MockHttpServletResponse response = new MockHttpServletResponse();
        watch.preHandle(request, response, this);
        response.setStatus(status);
        watch.afterCompletion(request, response, this, null);
    }
}
