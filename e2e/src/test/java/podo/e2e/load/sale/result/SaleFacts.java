package podo.e2e.load.sale.result;

import java.time.Duration;
import java.util.Map;

/**
 * What the page of a sale says beside its counts.
 *
 * @param command with which the sale can be played again
 * @param machine cores, memory, what else ran, commit and date
 * @param cpuSeconds of each process during the sale
 * @param audit the auditor's verdict in words
 */
public record SaleFacts(
        String command, String machine, Duration took, int seats, Map<String, Double> cpuSeconds, Verdict audit) {

    /** @param agrees false also when the auditor could not be asked */
    public record Verdict(boolean agrees, String words) {}
}
