package podo.e2e.load.sale;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import podo.e2e.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Solves challenges of ALTCHA's protocol as a program does: by the library, on one core. */
final class ChallengeSolver {

    private ChallengeSolver() {}

    static boolean isAsked(Answer answer) {
        return answer.status() == 429 && ProblemName.of(answer).equals("challenge-required");
    }

    /** The header {@code X-Altcha}. */
    static String solve(Answer asked) {
        JsonNode challenge = asked.json("challenge");
        try {
            Altcha.Solution found = Altcha.solveChallenge(
                    challenge.path("challenge").asString(),
                    challenge.path("salt").asString(),
                    Altcha.Algorithm.SHA256,
                    challenge.path("maxnumber").asLong(),
                    0);
            ObjectNode solution = ((ObjectNode) challenge.deepCopy()).put("number", found.number);
            return Base64.getEncoder().encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) { // declared by the library
            throw new IllegalStateException(e);
        }
    }
}
