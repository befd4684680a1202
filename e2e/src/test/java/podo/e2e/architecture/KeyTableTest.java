package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podo.e2e.access.EndpointTable;
import podo.e2e.access.RoleTable;

/** {@code docs/api-keys.md}: each call that takes a role of people has a scope there, or is closed to keys in writing. */
class KeyTableTest {

    private static final String CLOSED = "–";

    /** Scope by shape of the call. */
    private static Map<String, String> scopes() {
        return SourceTree.text(SourceTree.ROOT.resolve("docs/api-keys.md"))
                .lines()
                .filter(line -> line.matches("\\| `[A-Z]+ /.*"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .collect(Collectors.toMap(cells -> shape(cells.get(1)), cells -> cells.get(2)));
    }

    private static String shape(String call) {
        String[] parts = call.split(" ", 2);
        return EndpointTable.shapeOf(parts[0], parts[1]);
    }

    @Test
    void everyCallThatTakesARoleSaysWhichScope() {
        assertThat(RoleTable.calls().stream().map(row -> shape(row.call())))
                .as("calls of docs/roles.md without a row in docs/api-keys.md")
                .isSubsetOf(scopes().keySet());
    }

    @Test
    void everyCallOfTheTableIsAnEndpoint() {
        Set<String> endpoints = EndpointTable.rows().stream()
                .filter(row -> row.section().equals(EndpointTable.API))
                .map(EndpointTable.Row::shape)
                .collect(Collectors.toSet());
        assertThat(scopes().keySet()).isSubsetOf(endpoints).hasSizeGreaterThan(40);
    }

    /** Who is in a team, what pays back, and keys themselves are for people. */
    @Test
    void whatIsForPeopleAloneIsClosed() {
        Map<String, String> scopes = scopes();
        List<String> forPeople = RoleTable.calls().stream()
                .filter(row -> List.of("TEAM", "KEYS", "REFUND", "LOG_READ").contains(row.right()))
                .map(row -> shape(row.call()))
                .toList();
        assertThat(forPeople).hasSizeGreaterThan(10).allMatch(call -> CLOSED.equals(scopes.get(call)));
    }
}
