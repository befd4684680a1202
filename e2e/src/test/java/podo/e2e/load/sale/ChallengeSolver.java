package podo.e2e.load.sale;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.altcha.altcha.Altcha;
import podo.e2e.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Solves challenges of ALTCHA's protocol as a program does: by the library, on one core. Not on the virtual threads of the fans: a few that compute
 * would keep thousands from going on.
 */
final class ChallengeSolver {

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("solver-", 0).factory());

    /**
     * @param header {@code X-Altcha}
     * @param cpuNanos processor time that it took
     */
    record Solution(String header, long cpuNanos) {}

    private ChallengeSolver() {}

    static boolean isAsked(Answer answer) {
        return answer.status() == 429 && ProblemName.of(answer).equals("challenge-required");
    }

    static Solution solve(Answer asked) {
        try {
            return THREADS.submit(() -> compute(asked.json("challenge"))).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SaleClock.SaleOver();
        }
    }

    /** What the library throws is declared as Exception. */
    private static Solution compute(JsonNode challenge) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        Altcha.Solution found = Altcha.solveChallenge(
                challenge.path("challenge").asString(),
                challenge.path("salt").asString(),
                Altcha.Algorithm.SHA256,
                challenge.path("maxnumber").asLong(),
                0);
        ObjectNode solution = ((ObjectNode) challenge.deepCopy()).put("number", found.number);
        return new Solution(
                Base64.getEncoder().encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8)),
                threads.getCurrentThreadCpuTime() - begun);
    }
}
