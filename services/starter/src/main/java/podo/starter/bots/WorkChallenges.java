package podo.starter.bots;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and checks challenges by ALTCHA's library. A challenge is one account's, for one service, until its end; the library knows neither accounts nor
 * our clock, so they are checked here.
 */
class WorkChallenges {

    /** @param id names the challenge, however its solution is written @param work the largest number that it could have had */
    record Solved(String id, int work) {}

    /** What {@code X-Altcha} has in base64; {@code took} and the like are ignored. */
    private record Solution(
            @Nullable String algorithm,
            @Nullable String challenge,
            @Nullable Long number,
            @Nullable String salt,
            @Nullable String signature) {}

    /** Of a solution, several times as long as ours are. */
    private static final int LONGEST = 2_000;

    private static final String SHA_256 = "SHA-256";
    private static final JsonMapper JSON = new JsonMapper();

    private final String key;
    private final String service;
    private final Clock clock;

    /** @param key known to this service's instances only @param service whose challenges these are */
    WorkChallenges(String key, String service, Clock clock) {
        this.key = key;
        this.service = service;
        this.clock = clock;
    }

    WorkChallenge create(long fanId, int work, Duration life) {
        Altcha.ChallengeOptions options = new Altcha.ChallengeOptions()
                .setMaxNumber((long) work)
                .setSecureRandomNumber(true)
                .setHmacKey(key)
                .setExpires(clock.instant().plus(life).getEpochSecond())
                .addParam("fan", Long.toString(fanId))
                .addParam("for", service)
                .addParam("work", Integer.toString(work));
        try {
            Altcha.Challenge made = Altcha.createChallenge(options);
            return new WorkChallenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) { // declared by the library: without SHA-256 nothing here works
            throw new IllegalStateException(e);
        }
    }

    /** Empty for what is no solution of a challenge that was made for this account and service, or too late. */
    Optional<Solved> read(String text, long fanId) {
        Solution solution = text.length() > LONGEST ? null : parse(text);
        if (solution == null || solution.salt() == null || solution.challenge() == null) {
            return Optional.empty();
        }
        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = solution.algorithm();
        payload.challenge = solution.challenge();
        payload.number = solution.number();
        payload.salt = solution.salt();
        payload.signature = solution.signature();
        try {
            // first the signature: what the salt says is ours only with it
            if (!SHA_256.equals(solution.algorithm()) || !Altcha.verifySolution(payload, key, false)) {
                return Optional.empty();
            }
            Map<String, String> said = Altcha.extractParams(solution.salt());
            boolean ours = Long.toString(fanId).equals(said.get("fan"))
                    && service.equals(said.get("for"))
                    && Long.parseLong(said.getOrDefault("expires", "0"))
                            > clock.instant().getEpochSecond();
            return ours
                    ? Optional.of(new Solved(solution.challenge(), Integer.parseInt(said.getOrDefault("work", "0"))))
                    : Optional.empty();
        } catch (Exception e) { // the library's answer to some nonsense
            return Optional.empty();
        }
    }

    private static @Nullable Solution parse(String text) {
        try {
            return JSON.readValue(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8), Solution.class);
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }
}
