package podo.stack.backup.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a backup beside its final name, readable by its owner only, and gives it the name once it is complete and on the disk. Closing
 * before {@link #finish} deletes it.
 */
public final class BackupOutput implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final OutputStream disk;
    private final MessageDigest checksum = BackupInput.sha256();
    private final ZipOutputStream zip;
    private boolean finished;

    /** @param passphrase null for a file that anybody can read who has it */
    public BackupOutput(Path file, char @Nullable [] passphrase) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        if (Files.exists(file)) {
            throw new BackupRefused(file + " is there already: name another file.");
        }
        this.disk = create(part);
        var digested = new UnclosedOutput(new DigestOutputStream(disk, checksum));
        var header = passphrase == null ? BackupHeader.plain() : BackupHeader.encrypted();
        digested.write(header.line());
        zip = new ZipOutputStream(passphrase == null ? digested : new SealingOutput(digested, header.key(passphrase)));
        zip.setLevel(4); // half of the time of the default level, for a file that is a tenth larger
    }

    private static OutputStream create(Path part) throws IOException {
        try {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused(
                    part + " is there already: another backup is being written, or one was interrupted; delete it.");
        }
        return new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
    }

    /** A new entry of the archive; closing it ends the entry. */
    public OutputStream entry(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new UnclosedOutput(zip) {
            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** Bytes on the disk so far. */
    public long size() throws IOException {
        return Files.size(finished ? file : part);
    }

    /** Writes the checksum, flushes everything to the disk and gives the file its name. */
    public void finish() throws IOException {
        zip.close();
        disk.write(checksum.digest());
        disk.write(BackupInput.END);
        disk.close();
        try (var channel = FileChannel.open(part, Set.of(StandardOpenOption.WRITE))) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            try {
                disk.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
