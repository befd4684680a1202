package podo.stack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a service's Java virtual machine is told to start quickly and stay small.
 *
 * @param quick C1 only ({@code PODO_JIT=c1}); else both compilers, which a benchmark wants
 * @param aot "auto" uses a start-up cache and records one when there is none, "use" never records, "off" does neither
 */
record Jvm(boolean quick, String aot) {

    /**
     * Threads that carry the virtual ones. A dozen JVMs share this machine: with one carrier per core in each, every answer
     * wakes a second one for nothing. Before JDK 24 a virtual thread can block its carrier, so there it stays as it is.
     */
    private static final int CARRIERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    static Jvm of(StackSettings surroundings) {
        return new Jvm(
                surroundings.get("PODO_JIT", "full").equals("c1"),
                Runtime.version().feature() < 25 ? "off" : surroundings.get("PODO_AOT", "auto"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whether a process started now writes a start-up cache when it ends, which takes it some seconds. */
    boolean records(ExtractedJar jar) {
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
                "-Dio.netty.leakDetection.level=disabled", // a tool for those who write Netty handlers
                "-Duser.timezone=UTC"));
        if (quick) {
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
            // a cache of another JDK or with other options is passed over in silence
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
