package podo.stack.supervisor.jvm;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import podo.stack.one.OneProcess;
import podo.stack.supervisor.settings.StackSettings;

/**
 * The command line of a service's JVM, tuned for a quick start and little memory.
 *
 * @param jit {@code PODO_JIT}: {@code auto} uses both compilers and lowers the priority of C2 while the stack starts, {@code full}
 *     uses both with equal priority, {@code c1} only C1
 * @param aot {@code PODO_AOT}: {@code auto} uses AOT caches and has the missing ones recorded once the stack is ready, {@code use}
 *     never records, {@code off} does neither
 */
record JvmOptions(String jit, String aot) {

    /**
     * Carrier threads of virtual threads: half the cores, because a dozen JVMs share the machine and waking a second carrier
     * costs more than it gains. Not used before JDK 24, where a virtual thread can block its carrier.
     */
    private static final int CARRIERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final List<String> SILENT = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    /**
     * The cache is mapped at the address for which it was made. At a random one, which is the default, every page of it is rewritten at the
     * start, so that its 80 to 250 MB are resident in each process; at its own, only the pages that are used, and as a file's.
     */
    private static final List<String> MAPPED_AS_RECORDED =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    /** Megabytes; a recording JVM keeps what it learns in its heap too. */
    private static final int RECORDING_HEAP = 256;

    static JvmOptions of(StackSettings settings) {
        return new JvmOptions(settings.jit(), Runtime.version().feature() < 25 ? "off" : settings.aot());
    }

    /** For a process with few requests: what C2 would compile of its start takes processor time from those with many, and never pays. */
    JvmOptions withC1Only() {
        return new JvmOptions("c1", aot);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    boolean holdsC2Back() {
        return jit.equals("auto");
    }

    boolean usesCaches() {
        return !aot.equals("off");
    }

    /** The command of a service that serves; with its cache, if there is one. */
    List<String> command(ExtractedJar jar, int heap) {
        var command = start(heap);
        var cache = jar.cache(this);
        if (usesCaches() && cache.exists()) {
            // a cache that is damaged or of other options is ignored silently
            command.add("-XX:AOTCache=" + cache.file());
            command.add("-XX:AOTMode=auto");
            command.addAll(MAPPED_AS_RECORDED);
            command.addAll(SILENT);
        }
        return withJar(command, jar);
    }

    /** The command of a process that is many services: as many carrier threads as cores, since no other JVM wants them. */
    List<String> oneProcessCommand(OneProcessClassPath classPath, int heap, boolean records, List<String> arguments) {
        var command = start(heap);
        command.add("-Djdk.virtualThreadScheduler.parallelism="
                + Runtime.getRuntime().availableProcessors());
        var archive = classPath.archive(this);
        if (records) {
            command.add("-XX:ArchiveClassesAtExit=" + archive.recording());
            command.add("-Xlog:cds*=off");
        } else if (usesCaches() && archive.exists()) {
            command.add("-XX:SharedArchiveFile=" + archive.file());
            command.add("-Xlog:cds*=off");
        }
        command.add("-cp");
        command.add(classPath.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(OneProcess.class.getName());
        command.addAll(arguments);
        return command;
    }

    /** The command of a process that writes the cache when it ends. */
    List<String> recordingCommand(ExtractedJar jar, int heap) {
        var command = start(Math.max(heap, RECORDING_HEAP));
        command.add("-XX:AOTCacheOutput=" + jar.cache(this).recording());
        command.addAll(SILENT);
        return withJar(command, jar);
    }

    /** Of the JDK and of all options that a cache depends on; 8 hexadecimal digits. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((System.getProperty("java.vm.vendor") + Runtime.version() + fixed())
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> start(int heap) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add("-Xmx" + heap + "m");
        command.addAll(fixed());
        command.addAll(compilers());
        return command;
    }

    private static List<String> withJar(List<String> command, ExtractedJar jar) {
        command.add("-jar");
        command.add(jar.file().toString());
        return command;
    }

    /** What is the same for each service and each setting. */
    private static List<String> fixed() {
        var options = new ArrayList<>(List.of(
                "-Xms32m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dio.netty.leakDetection.level=disabled", // only useful to authors of Netty handlers
                "-Duser.timezone=UTC",
                // logs are read as UTF-8, whatever the locale of the shell that started the stack
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        if (Runtime.version().feature() >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= 24) {
            options.add("--sun-misc-unsafe-memory-access=allow");
            options.add("-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS);
        }
        return options;
    }

    private List<String> compilers() {
        return switch (jit) {
            case "c1" -> List.of("-XX:TieredStopAtLevel=1");
            default -> List.of();
        };
    }
}
