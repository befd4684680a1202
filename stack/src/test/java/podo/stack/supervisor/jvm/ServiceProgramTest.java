package podo.stack.supervisor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

class ServiceProgramTest {
    private static final String C1_ONLY = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path project;

    @ParameterizedTest
    @ValueSource(strings = {"config", "registry"})
    void whatHasFewRequestsUsesC1Only(String service) throws Exception {
        assertThat(command(service, "auto")).containsOnlyOnce(C1_ONLY);
        assertThat(command(service, "full")).containsOnlyOnce(C1_ONLY);
    }

    @Test
    void whatFansCallUsesBothCompilersUnlessTheSettingSaysOtherwise() throws Exception {
        assertThat(command("user", "auto")).doesNotContain(C1_ONLY);
        assertThat(command("user", "c1")).containsOnlyOnce(C1_ONLY);
    }

    private List<String> command(String name, String jit) throws Exception {
        var settings =
                new StackSettings(Map.of("PODO_PROJECT", project.toString(), "PODO_JIT", jit, "PODO_AOT", "off"));
        var service = ServiceModule.ALL.stream()
                .filter(module -> module.name().equals(name))
                .findAny()
                .orElseThrow();
        FakeService.pack(service.jar(project), Instant.EPOCH, "own", "library");
        return new ServiceProgram(name, service, 1, StackFolders.of(settings), Map.of(), settings, false).command();
    }
}
