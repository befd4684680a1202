package podo.stack.backup;

import java.nio.file.Path;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

/** Where the payment simulator keeps its payments: the bank of a laptop, which is no part of the shop. */
final class SimulatorJournal {

    private SimulatorJournal() {}

    static Path of(StackFolders folders) {
        return folders.home().resolve("toss-simulator").resolve("journal.jsonl");
    }

    /** Whether payments go to the simulator, and not to the Toss that {@code PODO_TOSS_BASE_URL} names. */
    static boolean isUsed(StackSettings settings) {
        return settings.get("PODO_TOSS_BASE_URL", "").isEmpty();
    }
}
