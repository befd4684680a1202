package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;

/**
 * A Boot jar extracted into a small jar and a folder of libraries, which starts faster than the nested jar and which an AOT
 * cache requires. Each build has its own folder, so that a running stack keeps the classes that it was started with.
 */
public final class ExtractedJar {
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

    static ExtractedJar of(Path jar) throws IOException, InterruptedException {
        synchronized (LOCKS.computeIfAbsent(jar, unused -> new Object())) {
            return extractIfNew(jar);
        }
    }

    private static ExtractedJar extractIfNew(Path jar) throws IOException, InterruptedException {
        var build =
                Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36) + "-" + Long.toString(Files.size(jar), 36);
        var apps = jar.resolveSibling("app");
        var extracted = new ExtractedJar(jar, apps.resolve(build));
        if (!Files.isDirectory(extracted.folder)) {
            Files.createDirectories(apps);
            deleteAllButNewest(apps);
            extracted.extract(
                    apps.resolve(build + ".new-" + ProcessHandle.current().pid()));
        }
        return extracted;
    }

    Path file() {
        return folder.resolve(jar.getFileName());
    }

    Path aotCache() {
        return folder.resolve("start.aot");
    }

    /** The file to which a recording process writes its cache when it ends. */
    Path recording() {
        return folder.resolve("start.aot.new");
    }

    /** Makes the recorded cache the one that later starts use; called only for processes that had started well. */
    void adoptRecording() {
        try {
            Files.move(recording(), aotCache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // the process wrote no cache; the next stop records again
        }
    }

    private void extract(Path newFolder) throws IOException, InterruptedException {
        var tools = new ProcessBuilder(
                        JvmOptions.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        newFolder.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(tools.getInputStream().readAllBytes());
        if (tools.waitFor() != 0) {
            throw new IOException(jar + " could not be extracted: " + output);
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

    private static void deleteAllButNewest(Path apps) throws IOException {
        List<Path> builds;
        try (var files = Files.list(apps)) {
            builds = new ArrayList<>(files.filter(Files::isDirectory).toList());
        }
        builds.sort(Comparator.comparing((Path build) -> build.toFile().lastModified())
                .reversed());
        for (var old : builds.subList(Math.min(1, builds.size()), builds.size())) {
            delete(old);
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
