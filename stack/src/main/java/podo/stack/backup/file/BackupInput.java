package podo.stack.backup.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;

/** Reads a backup. It is checked as a whole, header to checksum, before anything of it can be read. */
public final class BackupInput {
    static final byte[] END = "PODO-END".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 32;
    private static final int TRAILER = CHECKSUM + 8;

    private final Path file;
    private final BackupHeader header;
    private final long bodyLength;
    private final byte[] headerLine;

    private BackupInput(Path file, BackupHeader header) throws IOException {
        this.file = file;
        this.header = header;
        this.headerLine = header.line();
        this.bodyLength = Files.size(file) - headerLine.length - TRAILER;
    }

    /** Reads the whole file once; throws {@link BackupRefused} unless it is a complete and unchanged backup. */
    public static BackupInput check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw new BackupRefused(file + " can't be read: it belongs to another user.");
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(BackupHeader.LONGEST + 1);
            var header = BackupHeader.read(in.readNBytes(BackupHeader.LONGEST));
            in.reset();
            var content = Files.size(file) - TRAILER;
            if (content <= 0) {
                throw cutOff(file);
            }
            var checksum = sha256();
            var buffer = new byte[1 << 16];
            for (long left = content; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw cutOff(file);
                }
                checksum.update(buffer, 0, read);
                left -= read;
            }
            var written = in.readNBytes(CHECKSUM);
            if (!MessageDigest.isEqual(in.readNBytes(END.length), END)) {
                throw cutOff(file);
            }
            if (!MessageDigest.isEqual(written, checksum.digest())) {
                throw new BackupRefused(file + " is damaged: its checksum is not that of its content.");
            }
            return new BackupInput(file, header);
        }
    }

    /** Whether {@link #open} asks for a passphrase. */
    public boolean isEncrypted() {
        return header.isEncrypted();
    }

    /** The archive from its first entry; the passphrase is asked for only when the file is encrypted. */
    public ZipInputStream open(Supplier<char[]> passphrase) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(headerLine.length);
        var body = new LimitedInput(in, bodyLength);
        InputStream plain = isEncrypted() ? new OpeningInput(body, header.key(passphrase.get()), bodyLength) : body;
        return new ZipInputStream(plain);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BackupRefused cutOff(Path file) {
        return new BackupRefused(file + " is cut off: its end is missing. Fetch it again.");
    }
}
