package podo.web.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SideBySideTest {

    @AfterEach
    void forgetRequest() {
        RequestContextHolder.resetRequestAttributes();
        LocaleContextHolder.resetLocaleContext();
        SecurityContextHolder.clearContext();
    }

    @Test
    void callsRunAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(3);
        try (SideBySide calls = SideBySide.open()) {
            var first = calls.start(() -> meet(both));
            var second = calls.start(() -> meet(both));
            assertThat(meet(both)).isTrue();
            assertThat(first.result()).isTrue();
            assertThat(second.result()).isTrue();
        }
    }

    @Test
    void eachKnowsTheRequestTheLanguageAndTheAccount() {
        var request = new ServletRequestAttributes(new MockHttpServletRequest());
        RequestContextHolder.setRequestAttributes(request);
        LocaleContextHolder.setLocale(Locale.KOREAN);
        var fan = new UsernamePasswordAuthenticationToken("fan", "");
        SecurityContextHolder.getContext().setAuthentication(fan);
        try (SideBySide calls = SideBySide.open()) {
            assertThat(calls.start(RequestContextHolder::getRequestAttributes).result())
                    .isSameAs(request);
            assertThat(calls.start(LocaleContextHolder::getLocale).result()).isEqualTo(Locale.KOREAN);
            assertThat(calls.start(() -> SecurityContextHolder.getContext().getAuthentication())
                            .result())
                    .isSameAs(fan);
        }
    }

    @Test
    void eachBelongsToTheTraceOfTheRequest() {
        ObservationRegistry traces = ObservationRegistry.create();
        traces.observationConfig().observationHandler(context -> true);
        Observation request = Observation.start("request", traces);
        try (Observation.Scope current = request.openScope();
                SideBySide calls = SideBySide.open()) {
            assertThat(calls.start(traces::getCurrentObservation).result()).isSameAs(request);
        }
    }

    @Test
    void aRefusalIsThrownAsItWas() {
        IllegalStateException refusal = new IllegalStateException("refused");
        try (SideBySide calls = SideBySide.open()) {
            var call = calls.start(() -> {
                throw refusal;
            });
            assertThatThrownBy(call::result).isSameAs(refusal);
        }
    }

    @Test
    void theRequestGoesOnOnlyWhenEveryCallHasEnded() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> {
                    try (SideBySide calls = SideBySide.open()) {
                        calls.start(() -> {
                            begun.countDown();
                            await(mayEnd);
                            ended.set(true);
                            return true;
                        });
                        await(begun);
                        Thread.ofVirtual().start(mayEnd::countDown);
                        throw new IllegalStateException("the page failed");
                    }
                })
                .hasMessage("the page failed");
        assertThat(ended).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean meet(CyclicBarrier others) {
        try {
            others.await(10, TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
