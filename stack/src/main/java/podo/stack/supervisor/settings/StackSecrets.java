package podo.stack.supervisor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stack's secrets: generated once and stored in {@code secrets.env}, which only its owner can read. A value from the
 * environment, for instance a key of Toss's sandbox, takes precedence and is not stored.
 */
public final class StackSecrets {
    private final Path file;
    private final StackSettings settings;
    private final Map<String, String> stored = new LinkedHashMap<>();

    private StackSecrets(Path file, StackSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    public static StackSecrets of(StackFolders folders, StackSettings settings) throws IOException {
        var secrets = new StackSecrets(folders.secrets(), settings);
        if (Files.exists(folders.secrets())) {
            Files.readAllLines(folders.secrets()).stream()
                    .filter(line -> line.contains("="))
                    .forEach(line -> secrets.stored.put(
                            line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        return secrets;
    }

    /** 32 random bytes in Base64. */
    public String key(String name) {
        return get(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** 36 hexadecimal digits. */
    public String password(String name) {
        return get(name, () -> hex(18));
    }

    /** A key in the format of Toss's test keys: the prefix and 32 hexadecimal digits. */
    public String tossKey(String name, String prefix) {
        return get(name, () -> prefix + hex(16));
    }

    /** A PKCS#8 RSA-2048 private key in Base64. */
    public String rsaKey(String name) {
        return get(name, () -> {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return Base64.getEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Writes all stored secrets to the file. */
    public void save() throws IOException {
        var newFile = file.resolveSibling("secrets.new");
        Files.deleteIfExists(newFile);
        Files.createFile(newFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = stored.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        Files.write(newFile, lines, StandardOpenOption.WRITE);
        Files.move(newFile, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String get(String name, Supplier<String> generator) {
        var given = settings.get(name, "");
        return given.isEmpty() ? stored.computeIfAbsent(name, absent -> generator.get()) : given;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }
}
