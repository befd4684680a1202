package podo.stack.supervisor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFoldersTest {
    @TempDir
    Path project;

    private Path home;
    private StackSettings settings;

    @BeforeEach
    void arrange() {
        home = project.resolve("new/home");
        settings = new StackSettings(Map.of("PODO_PROJECT", project.toString(), "PODO_HOME", home.toString()));
    }

    @Test
    void onlyTheOwnerCanEnterANewHome() throws IOException {
        StackFolders.of(settings);

        assertThat(mode(home)).isEqualTo("rwx------");
    }

    @Test
    void anOpenHomeIsClosed() throws IOException {
        Files.createDirectories(home);
        chmod("rwxrwxr-x");

        StackFolders.of(settings);

        assertThat(mode(home)).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatEverybodyWritesIntoIsRefusedAndStaysAsItIs() throws IOException {
        Files.createDirectories(home);
        chmod("rwxrwxrwx");

        assertThatThrownBy(() -> StackFolders.of(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(home.toString());
        assertThat(mode(home)).isEqualTo("rwxrwxrwx");
    }

    private void chmod(String mode) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
