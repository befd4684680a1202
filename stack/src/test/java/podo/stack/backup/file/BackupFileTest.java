package podo.stack.backup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupFileTest {
    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();
    private static final byte[] CONTENT = new byte[300_000]; // several chunks

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasWrittenIsRead(boolean encrypted) throws IOException {
        var file = write(encrypted);

        var input = BackupInput.check(file);
        assertThat(input.isEncrypted()).isEqualTo(encrypted);
        try (var zip = input.open(() -> PASSPHRASE)) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("first");
            assertThat(zip.readAllBytes()).isEqualTo("안녕".getBytes(StandardCharsets.UTF_8));
            assertThat(zip.getNextEntry().getName()).isEqualTo("second");
            assertThat(zip.readAllBytes()).isEqualTo(CONTENT);
            assertThat(zip.getNextEntry()).isNull();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatEndsTooSoonIsRefused(boolean encrypted) throws IOException {
        var whole = Files.readAllBytes(write(encrypted));
        for (int length : new int[] {0, 1, 30, 100, 5_000, whole.length - 9, whole.length - 1}) {
            var cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> BackupInput.check(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(BackupRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChangedByteIsFound(boolean encrypted) throws IOException {
        var whole = Files.readAllBytes(write(encrypted));
        for (int place : new int[] {3, 60, 1_000, whole.length / 2, whole.length - 41, whole.length - 20}) {
            var changed = whole.clone();
            changed[place] ^= 1;
            var file = Files.write(folder.resolve("changed"), changed);
            assertThatThrownBy(() -> BackupInput.check(file))
                    .as("byte %d", place)
                    .isInstanceOf(BackupRefused.class);
        }
    }

    @Test
    void foreignAndNewerFilesAreRefusedInWords() throws IOException {
        var foreign = Files.writeString(folder.resolve("foreign"), "-- MariaDB dump 10.19\n".repeat(1_000));
        assertThatThrownBy(() -> BackupInput.check(foreign)).hasMessageContaining("no backup of Podo");
        var newer = Files.writeString(folder.resolve("newer"), "PODO-BACKUP 2 plain\n" + "x".repeat(1_000));
        assertThatThrownBy(() -> BackupInput.check(newer)).hasMessageContaining("format");
        assertThatThrownBy(() -> BackupInput.check(folder.resolve("nowhere"))).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> BackupInput.check(folder)).isInstanceOf(BackupRefused.class);
    }

    @Test
    void anotherPassphraseOpensNothing() throws IOException {
        var input = BackupInput.check(write(true));
        try (var zip = input.open("another passphrase"::toCharArray)) {
            assertThatThrownBy(zip::getNextEntry).hasMessageContaining("passphrase");
        }
    }

    @Test
    void nothingOfAnEncryptedFileCanBeReadWithoutIt() throws IOException {
        assertThat(Files.readString(write(true), StandardCharsets.ISO_8859_1)).doesNotContain("second");
        Files.delete(folder.resolve("file"));
        assertThat(Files.readString(write(false), StandardCharsets.ISO_8859_1)).contains("second");
    }

    @Test
    void aFileThatIsThereIsKeptAndAnUnfinishedOneIsDeleted() throws IOException {
        var file = write(false);
        assertThatThrownBy(() -> new BackupOutput(file, null)).hasMessageContaining("is there already");
        try (var out = new BackupOutput(folder.resolve("unfinished"), null)) {
            out.entry("first").close();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished*");
    }

    private Path write(boolean encrypted) throws IOException {
        var file = folder.resolve("file");
        try (var out = new BackupOutput(file, encrypted ? PASSPHRASE : null)) {
            try (var entry = out.entry("first")) {
                entry.write("안녕".getBytes(StandardCharsets.UTF_8));
            }
            try (var entry = out.entry("second")) {
                entry.write(CONTENT);
            }
            out.finish();
        }
        return file;
    }
}
