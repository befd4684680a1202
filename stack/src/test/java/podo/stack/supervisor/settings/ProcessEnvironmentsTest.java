package podo.stack.supervisor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessEnvironmentsTest {
    @TempDir
    Path folder;

    private ProcessEnvironments environments;

    @BeforeEach
    void arrange() throws IOException {
        arrange(Map.of("PODO_GATEWAY_PORT", "18080"));
    }

    private void arrange(Map<String, String> variables) throws IOException {
        var folders = new StackFolders(folder, folder);
        var settings = new StackSettings(variables);
        var secrets = StackSecrets.of(folders, settings);
        environments = new ProcessEnvironments(settings, secrets, BackingServers.of(folders, settings, secrets));
    }

    @Test
    void everyServiceGetsOnlyTheSecretsThatItNeeds() {
        assertThat(of("user"))
                .containsKey("PODO_JWT_PRIVATE_KEY")
                .doesNotContainKeys("PODO_PASS_SECRET", "PODO_TOSS_SECRET_KEY");
        assertThat(of("inventory"))
                .containsKey("PODO_PASS_SECRET")
                .doesNotContainKeys("PODO_JWT_PRIVATE_KEY", "PODO_RECEIPT_SECRET", "PODO_TICKET_KEY");
        assertThat(of("reservation")).containsKeys("PODO_PASS_SECRET", "PODO_RECEIPT_SECRET", "PODO_TICKET_KEY");
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
    void everyServiceHasItsOwnAccountsInRedisAndKafka() {
        for (var variable : List.of("PODO_REDIS_PASSWORD", "PODO_KAFKA_PASSWORD")) {
            var passwords = Stream.of("event", "inventory", "reservation", "payment", "notification")
                    .map(service -> of(service).get(variable))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(passwords).as(variable).doesNotHaveDuplicates().allMatch(password -> password.length() >= 32);
        }
        assertThat(of("gateway-mvc")).doesNotContainKeys("PODO_REDIS_PASSWORD", "PODO_KAFKA_PASSWORD");
        assertThat(of("web-frontend")).doesNotContainKey("PODO_KAFKA_PASSWORD");
    }

    @Test
    void mailsGoToTheSimulatorUnlessAMailServerIsNamed() throws IOException {
        var mailbox = of("toss-simulator").get("PODO_SMTP_PORT");
        assertThat(of("notification"))
                .containsEntry("PODO_SMTP_HOST", "127.0.0.1")
                .containsEntry("PODO_SMTP_PORT", mailbox)
                .containsEntry("PODO_SMTP_STARTTLS", "false")
                .doesNotContainKey("PODO_REDIS_PASSWORD");
        assertThat(of("payment")).doesNotContainKey("PODO_SMTP_HOST");

        arrange(Map.of("PODO_SMTP_HOST", "smtp.example.com", "PODO_SMTP_PASSWORD", "p"));
        assertThat(of("notification"))
                .containsEntry("PODO_SMTP_HOST", "smtp.example.com")
                .containsEntry("PODO_SMTP_PASSWORD", "p")
                .doesNotContainKey("PODO_SMTP_STARTTLS");
    }

    @Test
    void onlyTheGatewayListensWhereItIsAsked() {
        assertThat(of("inventory")).containsEntry("SERVER_ADDRESS", "127.0.0.1");
        assertThat(of("gateway-mvc"))
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("PODO_MANAGEMENT_ADDRESS", "127.0.0.1");
    }

    @Test
    void thePublicUrlHasTheGatewaysPort() {
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
