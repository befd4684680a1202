package podo.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final StackSettings NOTHING_SET = new StackSettings(Map.of());

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndKept() throws IOException {
        var secrets = Secrets.of(home(), NOTHING_SET);
        var key = secrets.key("PODO_PASS_SECRET");
        secrets.keep();

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(Secrets.of(home(), NOTHING_SET).key("PODO_PASS_SECRET")).isEqualTo(key);
    }

    @Test
    void nobodyButTheOwnerCanReadThem() throws IOException {
        var secrets = Secrets.of(home(), NOTHING_SET);
        secrets.key("PODO_PASS_SECRET");
        secrets.keep();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void oneFromTheEnvironmentGoesFirstAndIsNotWrittenDown() throws IOException {
        var secrets = Secrets.of(home(), new StackSettings(Map.of("PODO_TOSS_SECRET_KEY", "test_sk_of_a_sandbox")));

        assertThat(secrets.tossKey("PODO_TOSS_SECRET_KEY", "test_sk_")).isEqualTo("test_sk_of_a_sandbox");
        secrets.keep();
        assertThat(home().secrets()).content().doesNotContain("sandbox");
    }

    private StackFolders home() {
        return new StackFolders(folder, folder);
    }
}
