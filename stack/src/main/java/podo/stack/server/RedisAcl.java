package podo.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The accounts of Redis, from the resource {@code redis.acl}: each service has its own keys, channels and commands; the account
 * {@code operator} may everything. The default user, as which nobody can log in, has all rights: as that user Redis reads its
 * append-only file, and drops what that user may not. Only hashes of the passwords are written.
 */
public final class RedisAcl {
    /** May everything: the supervisor's own account, and that of tests and benchmarks. */
    public static final String OPERATOR = "operator";

    private static final Pattern PLACEHOLDER = Pattern.compile("#<([a-z-]+)>");

    private final Map<String, String> passwords;

    /** @param passwordOf gives the password of an account; asked once for each of them */
    public RedisAcl(UnaryOperator<String> passwordOf) {
        passwords = PLACEHOLDER
                .matcher(template())
                .results()
                .map(account -> account.group(1))
                .distinct()
                .collect(Collectors.toMap(account -> account, passwordOf));
    }

    /** Empty for an account that does not exist. */
    public String password(String account) {
        return passwords.getOrDefault(account, "");
    }

    /** Writes the file that Redis reads, readable by its owner only. */
    void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file, PLACEHOLDER.matcher(template()).replaceAll(account -> "#" + sha256(password(account.group(1)))));
    }

    private static String template() {
        try (var in = RedisAcl.class.getResourceAsStream("/redis.acl")) {
            if (in == null) {
                throw new IllegalStateException("redis.acl is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
