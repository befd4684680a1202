package podo.stack.supervisor;

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
 * A Boot jar laid out as a small jar beside a folder of libraries, which starts faster than the nested one and is what an
 * AOT cache can be made for. Each build has its own folder, so that a stack that still runs keeps the classes it began with.
 */
final class ExtractedJar {
    /** Two instances of a service are started at once, and only one of them may unpack its jar. */
    private static final Map<Path, Object> UNPACKING = new ConcurrentHashMap<>();

    private final Path jar;
    private final Path folder;

    private ExtractedJar(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Whether the module has been built into something that can be started. */
    static boolean startable(Path jar) {
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
        synchronized (UNPACKING.computeIfAbsent(jar, unused -> new Object())) {
            return unpacked(jar);
        }
    }

    private static ExtractedJar unpacked(Path jar) throws IOException, InterruptedException {
        var build =
                Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36) + "-" + Long.toString(Files.size(jar), 36);
        var apps = jar.resolveSibling("app");
        var extracted = new ExtractedJar(jar, apps.resolve(build));
        if (!Files.isDirectory(extracted.folder)) {
            Files.createDirectories(apps);
            keepOnlyNewest(apps);
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

    /** Where a running process writes its cache when it ends. */
    Path recording() {
        return folder.resolve("start.aot.new");
    }

    /** Only what a process wrote that had started well is used from now on. */
    void keepRecording() {
        try {
            Files.move(recording(), aotCache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // none was written; the next stop may write one
        }
    }

    private void extract(Path making) throws IOException, InterruptedException {
        var tools = new ProcessBuilder(
                        Jvm.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        making.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(tools.getInputStream().readAllBytes());
        if (tools.waitFor() != 0) {
            throw new IOException(jar + " could not be unpacked: " + output);
        }
        try {
            Files.move(making, folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(making);
        }
    }

    private static void keepOnlyNewest(Path apps) throws IOException {
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
