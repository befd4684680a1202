package podo.inventory.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of the whole machine: on a shared machine steadier than elapsed time. */
final class ProcessorTime {

    private static final Path STAT = Path.of("/proc/stat");
    /** In {@code /proc/stat}, 100 a second; what was idle, waited for a disk or taken by other guests is no work. */
    private static final double MILLIS_PER_TICK = 10;

    private static final int[] WORK = {1, 2, 3, 6, 7};

    private ProcessorTime() {}

    /** Milliseconds since the machine started, all cores together; NaN where nobody knows. */
    static double busyMillis() {
        try {
            String[] ticks = Files.readAllLines(STAT).getFirst().split(" +");
            double busy = 0;
            for (int column : WORK) {
                busy += Double.parseDouble(ticks[column]);
            }
            return busy * MILLIS_PER_TICK;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
