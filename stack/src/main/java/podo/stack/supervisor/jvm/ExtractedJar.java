package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;

/**
 * A Boot jar extracted into a small jar and a folder of libraries, which starts faster than the nested jar and which an AOT
 * cache requires. The folder is named by the jar's content ({@code builds/SERVICE/FINGERPRINT}): packing the same classes again finds
 * it and its caches again, and a running stack keeps the classes that it was started with. The one used before is kept too, so that
 * going back and forth between two builds costs nothing; older ones are deleted.
 */
public final class ExtractedJar {
    private static final int KEPT = 2;
    /** Beside the services' folders; no service has this name. */
    private static final String LIBRARIES = "lib";

    /** One lock per jar, because several instances of a service start at once. */
    private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

    private final Path jar;
    private final Path folder;

    private ExtractedJar(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Whether the jar exists and is a Boot application. */
    public static boolean isStartable(Path jar) {
        if (!Files.exists(jar)) {
            return false;
        }
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Start-Class") != null;
        } catch (IOException | NullPointerException e) {
            return false;
        }
    }

    /** @param builds the folder of this service's builds */
    static ExtractedJar of(Path jar, Path builds) throws IOException {
        synchronized (LOCKS.computeIfAbsent(jar, unused -> new Object())) {
            var fingerprint = JarFingerprint.of(jar);
            var extracted = new ExtractedJar(jar, builds.resolve(fingerprint));
            if (!Files.isDirectory(extracted.folder)) {
                Files.createDirectories(builds);
                var newFolder = builds.resolve(
                        fingerprint + ".new-" + ProcessHandle.current().pid());
                extracted.extract(newFolder, builds.resolveSibling(LIBRARIES));
            }
            keepNewest(builds, extracted.folder);
            return extracted;
        }
    }

    Path file() {
        return folder.resolve(jar.getFileName());
    }

    /** In the order of their names. */
    List<Path> libraries() {
        try (var files = Files.list(folder.resolve("lib"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the AOT cache of a JDK and its options belongs. */
    AotCache cache(JvmOptions options) {
        return new AotCache(folder.resolve("start-" + options.fingerprint() + ".aot"));
    }

    private void extract(Path newFolder, Path libraries) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            new JarExtraction(file, libraries)
                    .extractTo(newFolder, jar.getFileName().toString());
        }
        try {
            Files.move(newFolder, folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(newFolder);
        }
    }

    /** Deletes all but the used build and the one that was used before it. */
    static void keepNewest(Path builds, Path used) throws IOException {
        Files.setLastModifiedTime(used, FileTime.from(Instant.now()));
        List<Path> folders;
        try (var files = Files.list(builds)) {
            folders = new ArrayList<>(files.filter(Files::isDirectory).toList());
        }
        folders.sort(Comparator.comparing((Path build) -> build.toFile().lastModified())
                .reversed());
        for (var old : folders.subList(Math.min(KEPT, folders.size()), folders.size())) {
            delete(old);
        }
    }

    /** Deletes the libraries that no build links to any more, unless they are so new that a start may be about to link to them. */
    public static void deleteUnusedLibraries(Path allBuilds) {
        var libraries = allBuilds.resolve(LIBRARIES);
        if (!Files.isDirectory(libraries)) {
            return;
        }
        try (var files = Files.walk(libraries)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var stored = Files.getLastModifiedTime(file).toInstant();
                if (Files.getAttribute(file, "unix:nlink").equals(1)
                        && stored.isBefore(Instant.now().minus(Duration.ofHours(1)))) {
                    Files.delete(file);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            // they stay until a later start
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
