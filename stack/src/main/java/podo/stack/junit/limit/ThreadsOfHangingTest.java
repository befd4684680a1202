package podo.stack.junit.limit;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;

/**
 * Prints what the threads do that run code of Podo, virtual ones too, before a test that takes too long is interrupted. JUnit finds this class
 * by itself; its own dump has no virtual threads.
 */
public final class ThreadsOfHangingTest implements PreInterruptCallback {

    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupted, ExtensionContext test) throws IOException {
        System.out.println(test.getUniqueId() + " takes too long. Threads in code of Podo:\n\n" + threadsInPodo());
    }

    static String threadsInPodo() throws IOException {
        Path folder = Files.createTempDirectory("podo-threads");
        Path file = folder.resolve("threads.txt");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            return Arrays.stream(Files.readString(file).split("\n\n"))
                    .filter(thread -> thread.contains(" podo."))
                    .collect(Collectors.joining("\n\n"));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
