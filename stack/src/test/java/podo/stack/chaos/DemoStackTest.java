package podo.stack.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podo.stack.process.ProcessId;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

class DemoStackTest {

    @TempDir
    Path home;

    private RunFolder run;

    @BeforeEach
    void aDemoIsUp() throws IOException {
        run = new RunFolder(StackFolders.of(new StackSettings(Map.of("PODO_HOME", home.toString()))));
        run.write(entry(RunFolder.SUPERVISOR, ProcessId.of(ProcessHandle.current())));
        run.writeEnvironment("user", Map.of("SPRING_PROFILES_ACTIVE", "demo", "PODO_DEMO_PASSWORD", "it's a secret"));
        run.writeEnvironment("gateway-mvc", Map.of("SERVER_PORT", "8080"));
        run.markReady("http://localhost:8080");
    }

    @Test
    void theDemoThatIsUpHereIsFound() {
        var stack = DemoStack.require(run);

        assertThat(stack.shop()).hasToString("http://localhost:8080");
        assertThat(stack.password()).isEqualTo("it's a secret");
        assertThat(stack.isUp()).isTrue();
    }

    @Test
    void aStackThatIsNotReadyIsRefused() {
        run.clearOutcome();

        assertRefused("none that is ready");
    }

    @Test
    void aStackWhoseSupervisorHasEndedIsRefused() {
        run.write(entry(
                RunFolder.SUPERVISOR, new ProcessId(ProcessHandle.current().pid(), 1)));

        assertRefused("none that is ready");
    }

    @Test
    void aStackThatSellsIsRefused() {
        run.writeEnvironment("user", Map.of("SPRING_PROFILES_ACTIVE", "none", "PODO_DEMO_PASSWORD", "podo-demo"));
        assertRefused("a demo only");

        run.writeEnvironment("user", Map.of());
        assertRefused("a demo only");
    }

    @Test
    void aStackInOneProcessIsRefused() {
        run.write(entry(StackSettings.ALL_SERVICES, ProcessId.of(ProcessHandle.current())));

        assertRefused("one process");
    }

    @Test
    void aGatewayWithTlsIsRefused() {
        run.writeEnvironment("gateway-mvc", new HashMap<>(Map.of("SERVER_PORT", "8080", "SERVER_SSL_BUNDLE", "shop")));

        assertRefused("https");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> DemoStack.require(run))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(reason);
    }

    private static RunFolder.Entry entry(String name, ProcessId id) {
        return new RunFolder.Entry(name, id, 0, "up", 0);
    }
}
