package podo.stack.backup.file;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The first line of a backup, readable with {@code head -1}: {@code PODO-BACKUP 1 plain} or {@code PODO-BACKUP 1 aes-256-gcm ROUNDS SALT}.
 *
 * @param rounds of the key's derivation; 0 for a plain file
 */
record BackupHeader(int rounds, byte[] salt) {
    static final int FORMAT = 1;
    static final int LONGEST = 200;
    private static final String NAME = "PODO-BACKUP";
    private static final Pattern LINE =
            Pattern.compile(NAME + " ([0-9]{1,6}) (plain|aes-256-gcm ([0-9]{1,8}) ([0-9a-f]{32}))");

    static BackupHeader plain() {
        return new BackupHeader(0, new byte[0]);
    }

    static BackupHeader encrypted() {
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new BackupHeader(SealingKey.ROUNDS, salt);
    }

    boolean isEncrypted() {
        return rounds > 0;
    }

    SealingKey key(char[] passphrase) {
        return SealingKey.of(passphrase, salt, rounds);
    }

    byte[] line() {
        var kind =
                isEncrypted() ? "aes-256-gcm " + rounds + " " + HexFormat.of().formatHex(salt) : "plain";
        return (NAME + " " + FORMAT + " " + kind + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @param start the file's first bytes */
    static BackupHeader read(byte[] start) {
        var text = new String(start, StandardCharsets.US_ASCII);
        if (!text.startsWith(NAME + " ")) {
            throw new BackupRefused("This is no backup of Podo: it does not begin with " + NAME + ".");
        }
        var line = LINE.matcher(text.lines().findFirst().orElse(""));
        if (!line.matches() || Integer.parseInt(line.group(1)) != FORMAT) {
            throw new BackupRefused("This backup has a format that this version of Podo does not know (it knows format "
                    + FORMAT + "): restore it with the version that made it.");
        }
        if (line.group(3) == null) {
            return plain();
        }
        int rounds = Integer.parseInt(line.group(3));
        if (rounds < 1 || rounds > 100 * SealingKey.ROUNDS) {
            throw new BackupRefused("The header of this backup was changed.");
        }
        return new BackupHeader(rounds, HexFormat.of().parseHex(line.group(4)));
    }
}
