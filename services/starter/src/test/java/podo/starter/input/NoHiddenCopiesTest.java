package podo.starter.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import podo.starter.problem.NotFound;

class NoHiddenCopiesTest {

    private final NoHiddenCopies guard = new NoHiddenCopies();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/events/-1796000000/seats",
                "/api/events/%2D1796000000",
                "/api/events/%20-0x6b0d0000/queue",
                "/api/events/%E2%80%83-3/queue",
                "/api/organiser/events/-3/log",
                "/events/-1796000000/seats/stream"
            })
    void nothingOutsideHasANegativeId(String path) {
        assertThatThrownBy(() -> ask(path)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events/5/seats", "/events/5", "/api/holds/-a", "/api/venues/-5"})
    void theRestIsAnswered(String path) {
        assertThat(ask(path)).isTrue();
    }

    private boolean ask(String path) {
        return guard.preHandle(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), this);
    }
}
