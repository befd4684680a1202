package podo.reservation.waitingroom.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawAlgorithmTest {

    private static final String SEED = "00".repeat(31) + "01";

    @Test
    void theOrderOfArrivalHasNoInfluence() {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(i -> "ticket-" + i).toList());
        List<String> drawn = DrawAlgorithm.order(SEED, ids);
        Collections.shuffle(ids, new Random(7));
        assertThat(DrawAlgorithm.order(SEED, ids)).isEqualTo(drawn);
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void anotherSeedOrAnotherListIsAnotherOrder() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "ticket-" + i).toList();
        assertThat(DrawAlgorithm.order("00".repeat(32), ids)).isNotEqualTo(DrawAlgorithm.order(SEED, ids));
        List<String> oneLess = ids.subList(0, 99);
        assertThat(DrawAlgorithm.order(SEED, oneLess))
                .isNotEqualTo(DrawAlgorithm.order(SEED, ids).stream()
                        .filter(oneLess::contains)
                        .toList());
    }

    /** Worked out by hand with another program, so that the documented method stays the real one. */
    @Test
    void theDocumentedMethodIsTheRealOne() {
        assertThat(DrawAlgorithm.listHash(List.of("b", "a")))
                .isEqualTo("7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78");
        assertThat(DrawAlgorithm.order(SEED, List.of("a", "b", "c"))).containsExactly("a", "c", "b");
    }

    @Test
    void aChangedListIsFoundOut() {
        List<String> drawn = DrawAlgorithm.order(SEED, List.of("a", "b", "c"));
        Map<String, Object> draw = Map.of(
                "seed",
                SEED,
                "seedHash",
                DrawAlgorithm.sha256(HexFormat.of().parseHex(SEED)),
                "listHash",
                DrawAlgorithm.listHash(drawn),
                "ticketIds",
                drawn);
        assertThat(VerifyDraw.verify(draw, "a")).isZero();
        Map<String, Object> swapped = new HashMap<>(draw);
        swapped.put("ticketIds", drawn.reversed());
        assertThat(VerifyDraw.verify(swapped, "")).isEqualTo(1);
        Map<String, Object> longer = new HashMap<>(draw);
        longer.put("ticketIds", List.of("a", "b", "c", "insider"));
        assertThat(VerifyDraw.verify(longer, "")).isEqualTo(1);
        Map<String, Object> otherSeed = new HashMap<>(draw);
        otherSeed.put("seed", "00".repeat(32));
        assertThat(VerifyDraw.verify(otherSeed, "")).isEqualTo(1);
    }
}
