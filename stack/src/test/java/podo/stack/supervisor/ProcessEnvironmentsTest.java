package podo.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessEnvironmentsTest {
    @TempDir
    Path folder;

    private ProcessEnvironments environments;

    @BeforeEach
    void arrange() throws IOException {
        var home = new StackFolders(folder, folder);
        var surroundings = new StackSettings(Map.of("PODO_GATEWAY_PORT", "18080"));
        var secrets = Secrets.of(home, surroundings);
        environments = new ProcessEnvironments(surroundings, secrets, BackingServers.of(home, surroundings, secrets));
    }

    @Test
    void everyServiceGetsOnlyTheSecretsThatItHasAUseFor() {
        assertThat(of("user"))
                .containsKey("PODO_JWT_PRIVATE_KEY")
                .doesNotContainKeys("PODO_PASS_SECRET", "PODO_TOSS_SECRET_KEY");
        assertThat(of("inventory"))
                .containsKey("PODO_PASS_SECRET")
                .doesNotContainKeys("PODO_JWT_PRIVATE_KEY", "PODO_RECEIPT_SECRET");
        assertThat(of("reservation")).containsKeys("PODO_PASS_SECRET", "PODO_RECEIPT_SECRET");
        assertThat(of("payment")).containsKey("PODO_TOSS_SECRET_KEY").doesNotContainKey("PODO_PASS_SECRET");
        assertThat(of("gateway-mvc")).doesNotContainKeys("PODO_SERVICE_SECRET", "PODO_DB_PASSWORD");
        assertThat(of("config")).doesNotContainKeys("PODO_SERVICE_SECRET", "PODO_PASS_SECRET");
    }

    @Test
    void noTwoServicesShareADatabasePassword() {
        assertThat(of("inventory").get("PODO_DB_PASSWORD"))
                .isNotEqualTo(of("payment").get("PODO_DB_PASSWORD"));
    }

    @Test
    void aBrowserIsSentBackToTheGatewaysPort() {
        assertThat(of("payment")).containsEntry("PODO_PUBLIC_URL", "http://localhost:18080");
    }

    private Map<String, String> of(String name) {
        var service = ServiceModule.ALL.stream()
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElseThrow();
        return environments.of(service, 4711);
    }
}
