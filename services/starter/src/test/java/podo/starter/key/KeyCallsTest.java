package podo.starter.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCallsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/events/12, EVENTS_READ",
        "HEAD, /api/events/12, EVENTS_READ",
        "PUT, /api/events/12, EVENTS_WRITE",
        "GET, /api/organiser/orders/podo-ab12, ORDERS_READ",
        "POST, /api/organiser/orders/podo-ab12/move, ORDERS_WRITE",
        "GET, /api/audit, MONEY_READ"
    })
    void aCallOfTheTableTakesItsScope(String method, String path, ApiScope scope) {
        assertThat(KeyCalls.scopeOf(method, path)).contains(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users/me",
        "DELETE, /api/users/me",
        "GET, /api/teams/7/keys",
        "POST, /api/teams/7/keys",
        "GET, /api/teams",
        "POST, /api/events/12/holds",
        "POST, /api/events/12/queue",
        "POST, /api/reservations",
        "GET, /api/events/forms",
        "POST, /api/organiser/orders/podo-ab12/refund",
        "POST, /api/events/12/cancel",
        "POST, /api/audit",
        "GET, /api/events/12/",
        "GET, /API/events/12",
        "GET, /api/organiser/orders/podo-ab12/refund",
        "PATCH, /api/events/12"
    })
    void anyOtherIsClosedToKeys(String method, String path) {
        assertThat(KeyCalls.scopeOf(method, path)).isEmpty();
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        Set<String> code = new HashSet<>();
        KeyCalls.TABLE.forEach(
                (scope, calls) -> calls.forEach(call -> code.add("| `" + call + "` | `" + scope.word() + "` |")));
        assertThat(Files.readAllLines(Path.of("../../docs/api-keys.md")).stream()
                        .filter(line -> line.matches("\\| `[A-Z]+ /.*") && !line.contains("| – |")))
                .containsExactlyInAnyOrderElementsOf(code);
    }
}
