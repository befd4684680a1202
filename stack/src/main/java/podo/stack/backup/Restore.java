package podo.stack.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import podo.stack.backup.file.BackupInput;
import podo.stack.backup.file.BackupRefused;
import podo.stack.backup.part.RedisSnapshot;
import podo.stack.supervisor.settings.RestoredFrom;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.RunFolder;

/**
 * Restores a backup into a stack that is down. The data are built beside those that are there and put in their place at the end, so that an
 * interrupted restore leaves what was there before.
 */
final class Restore {
    private final StackFolders folders;
    private final StackSettings settings;
    private final Console console;
    private final DataFolder data;

    Restore(StackFolders folders, StackSettings settings, Console console) {
        this.folders = folders;
        this.settings = settings;
        this.console = console;
        this.data = new DataFolder(folders.home().resolve("data"));
    }

    /** @param replace whether data that are there may be replaced; they are deleted once the restore is complete */
    void read(Path file, boolean replace, Supplier<char[]> passphrase)
            throws IOException, SQLException, InterruptedException {
        if (!new RunFolder(folders).all().isEmpty()) {
            throw new BackupRefused("Podo is running here: ./podo down first.");
        }
        var input = BackupInput.check(file);
        console.say("checked: the file is complete and unchanged");
        if (data.isUsed() && !replace) {
            throw new BackupRefused("There are data below " + data.path()
                    + " already. ./podo restore FILE --replace puts the backup in their place.");
        }
        var fresh = data.cleared();
        try (var zip = input.open(passphrase);
                var servers = new RestoringServers(folders, settings, fresh)) {
            var manifest = BackupManifest.read(entry(zip, "manifest.json"));
            requireSameDatabase(manifest);
            DiskSpace.require(data.path(), manifest.neededToRestore());
            console.say("a backup of " + manifest.takenAt() + ", " + manifest.database() + ", about "
                    + DiskSpace.megabytes(manifest.databaseBytes()));
            var secrets = folders.home().resolve("secrets.restoring");
            Files.deleteIfExists(secrets);
            Files.createFile(
                    secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(secrets)) {
                entry(zip, "secrets.env").transferTo(out);
            }
            RedisSnapshot.layOut(entry(zip, "redis.rdb"), fresh.resolve("redis"));
            servers.start(manifest.database(), secrets);
            console.say("keys in Redis: " + servers.redisSize());
            servers.load(entry(zip, "database.sql"));
            console.say("the database is loaded");
            console.say("messages published again: " + servers.publish(entry(zip, "messages.jsonl")));
            servers.close();
            if (manifest.simulator()) {
                restoreSimulator(entry(zip, "simulator.jsonl"));
            }
            RestoredFrom.write(folders, manifest.takenAt());
            data.replace();
            Files.move(secrets, folders.secrets(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            console.say("restored; everything until " + manifest.takenAt() + " is there. Start it: ./podo up"
                    + (manifest.database().equals("mysql") ? " --db mysql" : ""));
        } finally {
            data.clear();
            Files.deleteIfExists(folders.home().resolve("secrets.restoring"));
        }
    }

    private void requireSameDatabase(BackupManifest manifest) {
        if (!settings.get("PODO_DB", "mariadb").equals(manifest.database())) {
            throw new BackupRefused("This is a backup of " + manifest.database()
                    + ", whose tables can't be created in the other: PODO_DB=" + manifest.database()
                    + " ./podo restore FILE.");
        }
    }

    private static InputStream entry(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new BackupRefused("The backup has no " + name + " where it should be.");
        }
        return new UnclosedInput(zip);
    }

    /** A bank that is there knows more than its copy: it is left alone. */
    private void restoreSimulator(InputStream journal) throws IOException {
        var place = SimulatorJournal.of(folders);
        if (Files.exists(place)) {
            console.say("the payment simulator has its own journal, which is kept: it is the bank");
            return;
        }
        Files.createDirectories(place.getParent());
        Files.copy(journal, place);
    }
}
