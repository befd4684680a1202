package podo.stack.supervisor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {
    private static final StackSettings NO_SETTINGS = new StackSettings(Map.of());

    @TempDir
    Path folder;

    @Test
    void aSecretIsGeneratedOnceAndStored() throws IOException {
        var secrets = StackSecrets.of(folders(), NO_SETTINGS);
        var key = secrets.key("PODO_PASS_SECRET");
        secrets.save();

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(StackSecrets.of(folders(), NO_SETTINGS).key("PODO_PASS_SECRET"))
                .isEqualTo(key);
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        var secrets = StackSecrets.of(folders(), NO_SETTINGS);
        secrets.key("PODO_PASS_SECRET");
        secrets.save();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folders().secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretFromTheEnvironmentTakesPrecedenceAndIsNotStored() throws IOException {
        var secrets =
                StackSecrets.of(folders(), new StackSettings(Map.of("PODO_TOSS_SECRET_KEY", "test_sk_of_a_sandbox")));

        assertThat(secrets.tossKey("PODO_TOSS_SECRET_KEY", "test_sk_")).isEqualTo("test_sk_of_a_sandbox");
        secrets.save();
        assertThat(folders().secrets()).content().doesNotContain("sandbox");
    }

    private StackFolders folders() {
        return new StackFolders(folder, folder);
    }
}
