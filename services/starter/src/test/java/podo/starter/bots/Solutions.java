package podo.starter.bots;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.json.JsonMapper;

/** What a client sends for a challenge. */
final class Solutions {

    private Solutions() {}

    static String of(WorkChallenge challenge) {
        return of(challenge, number(challenge));
    }

    static String of(WorkChallenge challenge, long number) {
        var json = JsonMapper.shared()
                .createObjectNode()
                .put("algorithm", challenge.algorithm())
                .put("challenge", challenge.challenge())
                .put("number", number)
                .put("salt", challenge.salt())
                .put("signature", challenge.signature())
                .put("took", 5);
        return Base64.getEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static long number(WorkChallenge challenge) {
        try {
            return Altcha.solveChallenge(
                            challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.maxnumber(), 0)
                    .number;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a hash that fits the salt, and the signature of another challenge. */
    static WorkChallenge madeWithoutKey(WorkChallenge like, long number) {
        try {
            return new WorkChallenge(
                    like.algorithm(),
                    Altcha.hashHex(Altcha.Algorithm.SHA256, like.salt() + number),
                    like.maxnumber(),
                    like.salt(),
                    like.signature());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
