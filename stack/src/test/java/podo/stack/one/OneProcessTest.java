package podo.stack.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneProcessTest {

    @Test
    void aServiceSeesItsOwnVariablesAndThoseOfNobody() {
        var variables = Map.of(
                "inventory.SERVER_PORT", "1",
                "payment.SERVER_PORT", "2",
                "inventory.PODO_HOME", "/own",
                "PODO_HOME", "/home",
                "PATH", "/bin");

        assertThat(OneProcess.variablesOf("inventory", variables))
                .isEqualTo(Map.of("SERVER_PORT", "1", "PODO_HOME", "/own", "PATH", "/bin"));
        assertThat(OneProcess.variablesOf("payment", variables))
                .isEqualTo(Map.of("SERVER_PORT", "2", "PODO_HOME", "/home", "PATH", "/bin"));
    }

    @Test
    void aServiceWhoseNameBeginsLikeAnothersSeesNoneOfItsVariables() {
        assertThat(OneProcess.variablesOf("user", Map.of("user-archive.SERVER_PORT", "1")))
                .isEmpty();
    }

    @Test
    void groupsKeepTheirOrderAndTheirFile() {
        var groups = OneProcess.groups(
                new String[] {"config=c.jar", "registry=r.jar", "--after=/run/up", "event=e.jar"}, Map.of());

        assertThat(groups).extracting(OneProcess.Group::after).containsExactly(null, Path.of("/run/up"));
        assertThat(groups.getFirst().services()).extracting(OneService::name).containsExactly("config", "registry");
        assertThat(groups.getLast().services()).extracting(OneService::name).containsExactly("event");
    }

    @Test
    void anArgumentWithoutAJarIsRefused() {
        assertThatThrownBy(() -> OneProcess.groups(new String[] {"event"}, Map.of()))
                .hasMessageContaining("event");
    }
}
