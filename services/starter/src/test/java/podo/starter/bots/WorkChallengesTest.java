package podo.starter.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkChallengesTest {

    private static final Instant NOW = Instant.parse("2026-12-12T11:00:00Z");
    private static final long FAN = 7;
    private static final int WORK = 2_000;

    private final WorkChallenges challenges = at(NOW, "inv", "key");
    private final WorkChallenge challenge = challenges.create(FAN, WORK, Duration.ofMinutes(2));

    @Test
    void aSolutionSaysWhatWasWorked() {
        assertThat(challenges.read(Solutions.of(challenge), FAN))
                .contains(new WorkChallenges.Solved(challenge.challenge(), WORK));
    }

    @Test
    void twoChallengesOfOneFanDiffer() {
        WorkChallenge other = challenges.create(FAN, WORK, Duration.ofMinutes(2));
        assertThat(other.challenge()).isNotEqualTo(challenge.challenge());
        assertThat(other.salt()).isNotEqualTo(challenge.salt());
    }

    @Test
    void anotherFansSolutionIsNone() {
        assertThat(challenges.read(Solutions.of(challenge), FAN + 1)).isEmpty();
    }

    @Test
    void anotherServicesSolutionIsNone() {
        assertThat(at(NOW, "room", "key").read(Solutions.of(challenge), FAN)).isEmpty();
    }

    @Test
    void anotherKeysSolutionIsNone() {
        assertThat(at(NOW, "inv", "other").read(Solutions.of(challenge), FAN)).isEmpty();
    }

    @Test
    void aSolutionComesBeforeTheEnd() {
        String solution = Solutions.of(challenge);
        assertThat(at(NOW.plusSeconds(119), "inv", "key").read(solution, FAN)).isPresent();
        assertThat(at(NOW.plusSeconds(120), "inv", "key").read(solution, FAN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fan=7|fan=8", "work=2000|work=800000", "for=inv|for=room", "expires=1|expires=9"})
    void aSaltThatWasChangedIsNone(String change) {
        String[] words = change.split("\\|");
        assertThat(challenge.salt()).contains(words[0]);
        WorkChallenge forged = new WorkChallenge(
                challenge.algorithm(),
                challenge.challenge(),
                WORK,
                challenge.salt().replace(words[0], words[1]),
                challenge.signature());
        long fan = words[1].equals("fan=8") ? 8 : FAN;
        assertThat(challenges.read(Solutions.of(forged, Solutions.number(challenge)), fan))
                .isEmpty();
        // and worked out anew it is another challenge, which nobody signed
        WorkChallenge own = Solutions.madeWithoutKey(forged, 3);
        assertThat(challenges.read(Solutions.of(own, 3), fan)).isEmpty();
    }

    @Test
    void aWrongNumberIsNone() {
        assertThat(challenges.read(Solutions.of(challenge, Solutions.number(challenge) + 1), FAN))
                .isEmpty();
    }

    @Test
    void anotherAlgorithmIsNone() {
        WorkChallenge weaker =
                new WorkChallenge("SHA-1", challenge.challenge(), WORK, challenge.salt(), challenge.signature());
        assertThat(challenges.read(Solutions.of(weaker, Solutions.number(challenge)), FAN))
                .isEmpty();
    }

    /** The end of the salt may be left out, which the library adds; the challenge is the same one. */
    @Test
    void howeverASolutionIsWrittenItIsOfOneChallenge() {
        WorkChallenge shorter = new WorkChallenge(
                challenge.algorithm(),
                challenge.challenge(),
                WORK,
                challenge.salt().replaceFirst("&$", ""),
                challenge.signature());
        assertThat(challenges.read(Solutions.of(shorter, Solutions.number(challenge)), FAN))
                .contains(new WorkChallenges.Solved(challenge.challenge(), WORK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "bm9uc2Vuc2U=",
                "e30=",
                "bnVsbA==",
                "W10=",
                "eyJudW1iZXIiOiJ4In0=",
                "eyJhbGdvcml0aG0iOiJTSEEtMjU2IiwiY2hhbGxlbmdlIjoieCIsIm51bWJlciI6MSwic2FsdCI6IiUiLCJzaWduYXR1cmUiOiJ4In0="
            })
    void nonsenseIsNone(String text) {
        assertThat(challenges.read(text, FAN)).isEmpty();
    }

    @Test
    void aLongTextIsNotRead() {
        String padded = Base64.getEncoder()
                .encodeToString((new String(Base64.getDecoder().decode(Solutions.of(challenge))) + " ".repeat(2_000))
                        .getBytes());
        assertThat(challenges.read(padded, FAN)).isEmpty();
    }

    private static WorkChallenges at(Instant now, String service, String key) {
        return new WorkChallenges(key, service, Clock.fixed(now, ZoneOffset.UTC));
    }
}
