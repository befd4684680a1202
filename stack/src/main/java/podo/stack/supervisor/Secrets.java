package podo.stack.supervisor;

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
 * The stack's secrets, made once and kept in secrets.env, which only its owner can read. One that is already in the
 * environment (the keys of Toss's own sandbox, say) goes before the kept one.
 */
final class Secrets {
    private final Path file;
    private final StackSettings surroundings;
    private final Map<String, String> kept = new LinkedHashMap<>();

    private Secrets(Path file, StackSettings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
    }

    static Secrets of(StackFolders home, StackSettings surroundings) throws IOException {
        var secrets = new Secrets(home.secrets(), surroundings);
        if (Files.exists(home.secrets())) {
            Files.readAllLines(home.secrets()).stream()
                    .filter(line -> line.contains("="))
                    .forEach(line -> secrets.kept.put(
                            line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        return secrets;
    }

    /** 32 random bytes in Base64. */
    String key(String name) {
        return get(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** A password of letters and digits. */
    String password(String name) {
        return get(name, () -> hex(18));
    }

    /** A key as the PG's test keys look. */
    String tossKey(String name, String prefix) {
        return get(name, () -> prefix + hex(16));
    }

    /** A PKCS#8 RSA-2048 private key in Base64. */
    String rsaKey(String name) {
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

    /** Writes what was made anew. */
    void keep() throws IOException {
        var making = file.resolveSibling("secrets.new");
        Files.deleteIfExists(making);
        Files.createFile(making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = kept.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        Files.write(making, lines, StandardOpenOption.WRITE);
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String get(String name, Supplier<String> make) {
        var given = surroundings.get(name, "");
        return given.isEmpty() ? kept.computeIfAbsent(name, absent -> make.get()) : given;
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
