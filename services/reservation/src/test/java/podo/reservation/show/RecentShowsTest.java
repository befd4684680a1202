package podo.reservation.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentShowsTest {

    private static final Instant START = Instant.parse("2027-03-01T10:00:00Z");

    private final KnownShows stored = mock(KnownShows.class);
    private final ShowChanges changes = mock(ShowChanges.class);
    private final AtomicLong nanos = new AtomicLong();
    private final RecentShows recent = new RecentShows(stored, changes, nanos::get);

    @BeforeEach
    void oneShow() {
        storedTitle("before");
        when(changes.findAll(anyCollection())).thenReturn(Map.of());
    }

    @Test
    void keepsAShowForASecondAndNotLonger() {
        assertThat(title()).isEqualTo("before");
        storedTitle("after");

        passes(Duration.ofMillis(999));
        assertThat(title()).isEqualTo("before");

        passes(Duration.ofMillis(2));
        assertThat(title()).isEqualTo("after");
    }

    @Test
    void aShowThatWasChangedHereIsReadAgainAtOnce() {
        assertThat(title()).isEqualTo("before");
        storedTitle("after");

        recent.forget(1);

        assertThat(title()).isEqualTo("after");
    }

    @Test
    void aShowThatIsNotKnownYetIsLookedForEachTime() {
        when(stored.findAll(anyCollection())).thenReturn(Map.of());
        assertThat(recent.findShows(Set.of(1L))).isEmpty();

        storedTitle("published");

        assertThat(title()).isEqualTo("published");
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void storedTitle(String title) {
        KnownShow show = new KnownShow(1, title, "Hall", START, null, List.of(), false, 1, null, null, START, Map.of());
        when(stored.findAll(anyCollection())).thenReturn(Map.of(1L, show));
    }

    private String title() {
        return recent.findShows(Set.of(1L)).get(1L).title();
    }
}
