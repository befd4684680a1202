package podo.stack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path path;

    private DataFolder data;

    @BeforeEach
    void open() {
        data = new DataFolder(path);
    }

    @Test
    void newDataTakeThePlaceOfTheOldOnesInAFolderThatStaysWhereItIs() throws IOException {
        Object folder = key();
        Files.createDirectories(path.resolve("mariadb/podo"));
        Files.writeString(path.resolve("mariadb/podo/seat.ibd"), "old");
        Files.createDirectory(path.resolve("mysql"));
        Path fresh = data.cleared();
        Files.createDirectory(fresh.resolve("mariadb"));
        Files.writeString(fresh.resolve("mariadb/ibdata1"), "new");

        data.replace();

        assertThat(key()).isEqualTo(folder);
        assertThat(path.toFile().list()).containsExactly("mariadb");
        assertThat(path.resolve("mariadb").toFile().list()).containsExactly("ibdata1");
    }

    @Test
    void anInterruptedRestoreLeavesTheDataAndIsClearedAway() throws IOException {
        Files.createDirectory(path.resolve("redis"));
        Files.writeString(data.cleared().resolve("half"), "");

        assertThat(data.cleared()).isEmptyDirectory();
        data.clear();

        assertThat(path.toFile().list()).containsExactly("redis");
    }

    @Test
    void whatAnInterruptedRestoreHasMovedAwayIsPutBackByTheNextOne() throws IOException {
        Files.createDirectories(path.resolve(".replaced/mariadb"));
        Files.writeString(path.resolve(".replaced/mariadb/ibdata1"), "sold before");
        Files.createDirectory(path.resolve("mariadb"));
        Files.writeString(path.resolve("mariadb/ibdata1"), "from the backup");
        Files.createDirectory(path.resolve("kafka"));
        assertThat(data.isUsed()).isTrue();

        data.cleared();
        data.clear();

        assertThat(path.toFile().list()).containsExactlyInAnyOrder("mariadb", "kafka");
        assertThat(path.resolve("mariadb/ibdata1")).hasContent("sold before");
    }

    @Test
    void theOldDataStayWhenTheNewOnesCantBePutInPlace() throws IOException {
        Files.createDirectory(path.resolve("redis"));
        Files.writeString(path.resolve("redis/dump.rdb"), "the line");
        Files.delete(data.cleared()); // there is nothing that could be put in place

        assertThatThrownBy(data::replace).isInstanceOf(IOException.class);
        data.clear();

        assertThat(path.toFile().list()).containsExactly("redis");
        assertThat(path.resolve("redis/dump.rdb")).hasContent("the line");
    }

    @Test
    void aDiskThatHasNoDataYetIsUnused() throws IOException {
        Files.createDirectory(path.resolve("lost+found"));
        data.cleared();
        assertThat(data.isUsed()).isFalse();

        Files.createDirectory(path.resolve("kafka"));
        assertThat(data.isUsed()).isTrue();
    }

    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
