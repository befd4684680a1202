package podo.stack.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import podo.stack.backup.file.BackupRefused;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;

/**
 * Main class behind {@code ./podo backup} and {@code ./podo restore}. Exit code 1 when something failed or was refused, 2 when the
 * command was not understood.
 */
public final class BackupApplication {
    private static final String PASSPHRASE = "PODO_BACKUP_PASSPHRASE";
    private static final int SHORTEST_PASSPHRASE = 12;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'podo-'yyyy-MM-dd'T'HHmmss'Z.backup'");

    private final StackSettings settings;
    private final StackFolders folders;
    private final Console console = new Console();

    private BackupApplication(StackSettings settings) throws IOException {
        this.settings = settings;
        this.folders = StackFolders.of(settings);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            new BackupApplication(new StackSettings(System.getenv())).run(List.of(arguments));
        } catch (BackupRefused | CannotStart e) {
            fail(String.valueOf(e.getMessage()), 1);
        } catch (IOException | SQLException | ExecutionException | RuntimeException e) {
            fail("It failed, and what was there before is unchanged: " + reason(e), 1);
        }
        System.exit(0); // whatever threads a client has left
    }

    private void run(List<String> arguments)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var options =
                arguments.stream().skip(1).filter(word -> word.startsWith("-")).toList();
        var files = arguments.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .map(Path::of)
                .toList();
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "backup" -> {
                if (files.size() > 1 || !List.of("--plain").containsAll(options)) {
                    fail("usage: ./podo backup [FILE] [--plain]", 2);
                }
                backup(files.isEmpty() ? null : files.getFirst(), options.contains("--plain"));
            }
            case "restore" -> {
                if (files.size() != 1 || !List.of("--replace").containsAll(options)) {
                    fail("usage: ./podo restore FILE [--replace]", 2);
                }
                new Restore(folders, settings, console)
                        .read(files.getFirst(), options.contains("--replace"), this::askForPassphrase);
            }
            default -> fail("usage: ./podo backup [FILE] [--plain], ./podo restore FILE [--replace]", 2);
        }
    }

    private void backup(@Nullable Path named, boolean plain)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var passphrase = settings.get(PASSPHRASE, "");
        if (passphrase.isEmpty() && !plain && !settings.demo()) {
            throw new BackupRefused("A backup holds the stack's keys and what fans told it, so it is encrypted: set "
                    + PASSPHRASE + " (at least " + SHORTEST_PASSPHRASE
                    + " characters), or ask for a file that anybody can read with --plain.");
        }
        if (!passphrase.isEmpty() && !plain && passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new BackupRefused(PASSPHRASE + " is too short: at least " + SHORTEST_PASSPHRASE + " characters.");
        }
        var file = named == null ? inFolderOfBackups() : named.toAbsolutePath();
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw new BackupRefused("There is no folder " + file.getParent() + ".");
        }
        new Backup(folders, RunningServers.of(folders, settings), console, SimulatorJournal.isUsed(settings))
                .write(file, passphrase.isEmpty() || plain ? null : passphrase.toCharArray());
        if (passphrase.isEmpty() || plain) {
            console.plain("The file holds the stack's keys and its fans' data, and anybody can read it who has it. "
                    + PASSPHRASE + " encrypts it.");
        }
    }

    private Path inFolderOfBackups() throws IOException {
        return Files.createDirectories(folders.home().resolve("backups"))
                .resolve(NAME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }

    private char[] askForPassphrase() {
        var passphrase = settings.get(PASSPHRASE, "");
        if (!passphrase.isEmpty()) {
            return passphrase.toCharArray();
        }
        var terminal = System.console();
        var typed = terminal == null ? null : terminal.readPassword("Passphrase of the backup: ");
        if (typed == null || typed.length == 0) {
            throw new BackupRefused("This backup is encrypted: set " + PASSPHRASE + " to its passphrase.");
        }
        return typed;
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void fail(String message, int code) {
        System.err.println(message);
        System.exit(code);
    }
}
