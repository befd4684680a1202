package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import podo.stack.one.OneProcess;

/**
 * The class path of the process that is all services: a jar of {@code podo.stack.one} and the libraries of all services, each once,
 * linked into one folder. The folder is named by its content, so a change of a service's own classes keeps it and its archive.
 *
 * @param folder also of the archive of classes
 * @param jars in the order of the class path, which an archive depends on
 */
record OneProcessClassPath(Path folder, List<Path> jars) {

    private static final String LAUNCHER = "one.jar";

    /** @param builds the folder of such class paths */
    static OneProcessClassPath of(Collection<ExtractedJar> services, Path builds) throws IOException {
        var libraries = new TreeMap<String, Path>();
        for (var service : services) {
            for (var library : service.libraries()) {
                libraries.putIfAbsent(library.getFileName().toString(), library);
            }
        }
        var folder = builds.resolve(fingerprint(libraries.values()));
        if (!Files.exists(folder.resolve(LAUNCHER))) {
            Files.createDirectories(folder);
            for (var library : libraries.values()) {
                link(library, folder.resolve(library.getFileName()));
            }
            packLauncher(folder.resolve(LAUNCHER));
        }
        ExtractedJar.keepNewest(builds, folder);
        var jars = new ArrayList<>(List.of(folder.resolve(LAUNCHER)));
        libraries.keySet().forEach(library -> jars.add(folder.resolve(library)));
        return new OneProcessClassPath(folder, jars);
    }

    /** Classes loaded beforehand, without profiles: JDK 25 crashes when it writes an AOT cache of these class loaders. */
    AotCache archive(JvmOptions options) {
        return new AotCache(folder.resolve("start-" + options.fingerprint() + ".jsa"));
    }

    private static Path classes() {
        return Path.of(OneProcess.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve(OneProcess.class.getPackageName().replace('.', '/'));
    }

    /** 16 hexadecimal digits. */
    private static String fingerprint(Collection<Path> libraries) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var library : libraries) {
                // equal libraries of all services are links to one file, whose time stays
                var line = library.getFileName() + " " + Files.size(library) + " "
                        + Files.getLastModifiedTime(library).toMillis() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            for (var file : launcherClasses()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> launcherClasses() throws IOException {
        try (var files = Files.list(classes())) {
            return files.sorted().toList();
        }
    }

    private static void link(Path library, Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, library);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(library, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void packLauncher(Path jar) throws IOException {
        var newJar = jar.resolveSibling(LAUNCHER + ".new");
        try (var out = new JarOutputStream(Files.newOutputStream(newJar))) {
            for (var file : launcherClasses()) {
                out.putNextEntry(
                        new JarEntry(OneProcess.class.getPackageName().replace('.', '/') + "/" + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        Files.move(newJar, jar, StandardCopyOption.ATOMIC_MOVE);
    }
}
