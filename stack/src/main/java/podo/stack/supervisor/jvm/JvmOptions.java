package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import podo.stack.supervisor.settings.StackSettings;

/**
 * The command line of a service's JVM, tuned for a quick start and little memory.
 *
 * @param c1Only whether only the C1 compiler is used ({@code PODO_JIT=c1}); benchmarks need both compilers
 * @param aot {@code auto} uses an AOT cache and records one when there is none, {@code use} never records, {@code off} does
 *     neither
 */
record JvmOptions(boolean c1Only, String aot) {

    /**
     * Carrier threads of virtual threads: half the cores, because a dozen JVMs share the machine and waking a second carrier
     * costs more than it gains. Not used before JDK 24, where a virtual thread can block its carrier.
     */
    private static final int CARRIERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    static JvmOptions of(StackSettings settings) {
        return new JvmOptions(
                settings.get("PODO_JIT", "full").equals("c1"),
                Runtime.version().feature() < 25 ? "off" : settings.get("PODO_AOT", "auto"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whether a process that is started now records an AOT cache, which makes its stop some seconds longer. */
    boolean shouldRecord(ExtractedJar jar) {
        return aot.equals("auto") && !Files.exists(jar.aotCache());
    }

    List<String> command(ExtractedJar jar, int heap, boolean recording) throws IOException {
        var command = new ArrayList<String>(List.of(
                java(),
                "-Xms32m",
                "-Xmx" + heap + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dio.netty.leakDetection.level=disabled", // only useful to authors of Netty handlers
                "-Duser.timezone=UTC"));
        if (c1Only) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= 24) {
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS);
        }
        if (recording) {
            command.add("-XX:AOTCacheOutput=" + jar.recording());
            command.add("-Xlog:aot*=off");
        } else if (!aot.equals("off") && Files.exists(jar.aotCache())) {
            // a cache of another JDK or of other options is ignored silently
            command.add("-XX:AOTCache=" + jar.aotCache());
            command.add("-XX:AOTMode=auto");
            command.add("-Xlog:aot*=off");
            command.add("-Xlog:cds*=off");
        }
        command.add("-jar");
        command.add(jar.file().toString());
        return command;
    }
}
