package podo.reservation.waitingroom.fairness;

import podo.reservation.waitingroom.receipt.DrawReceipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a published draw without asking Podo anything: {@code ./podo verify-draw FILE [TICKET|RECEIPT] [SEEDHASH] [--key=KEY]},
 * where FILE is what {@code /api/events/{id}/fairness/draw} answers. A file alone can only agree with itself; a receipt that was
 * signed before the sale, or the hash that was noted then, shows that the seed is the one of that time. Exit code 0 when all
 * agrees, 1 when something does not, 2 when the file can't be read.
 */
public final class VerifyDraw {

    private VerifyDraw() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 4) {
            System.err.println("usage: ./podo verify-draw FILE [TICKET|RECEIPT] [SEEDHASH] [--key=KEY]");
            System.exit(2);
        }
        try {
            Map<?, ?> draw = JsonMapper.builder().build().readValue(Files.readString(Path.of(args[0])), Map.class);
            System.exit(verify(draw, Arrays.copyOfRange(args, 1, args.length)));
        } catch (NoSuchFileException | JacksonException | IllegalArgumentException | ClassCastException e) {
            System.err.println("not a draw that can be read: " + e.getMessage());
            System.exit(2);
        }
    }

    /** @param mine a ticket id or a receipt, a seed hash, a key, each known by its form; an empty word says nothing */
    public static int verify(Map<?, ?> draw, String... mine) {
        if (!(draw.get("seed") instanceof String seed) || !(draw.get("ticketIds") instanceof List<?> list)) {
            throw new IllegalArgumentException("seed and ticketIds are missing; has the draw been made?");
        }
        Findings found = new Findings();
        List<String> published = list.stream().map(String.class::cast).toList();
        found.check(
                DrawAlgorithm.sha256(HexFormat.of().parseHex(seed)).equals(draw.get("seedHash")),
                "the seed fits the hash in this file");
        found.check(
                DrawAlgorithm.listHash(published).equals(draw.get("listHash")),
                published.isEmpty()
                        ? "the list is empty, nobody stood in the lobby, and that fits its hash"
                        : "the list of %,d tickets fits its hash".formatted(published.size()));
        found.check(
                DrawAlgorithm.order(seed, published).equals(published), "the order is the one that seed and list give");
        String key = Arrays.stream(mine)
                .filter(word -> word.startsWith("--key="))
                .map(word -> word.substring("--key=".length()))
                .findFirst()
                .orElse(String.valueOf(draw.get("receiptKey")));
        boolean known = false;
        for (String word : mine) {
            if (word.matches("[0-9a-f]{64}")) {
                known = true;
                found.check(word.equals(draw.get("seedHash")), "the seed hash is the one that you noted");
            } else if (word.contains(".")) {
                known = true;
                receipt(found, draw, published, word, key);
            } else if (!word.isEmpty() && !word.startsWith("--key=")) {
                found.check(published.contains(word), "ticket %s was drawn".formatted(word));
                found.say("it has number %,d".formatted(published.indexOf(word) + 1), published.contains(word));
            }
        }
        found.say("whether the seed is that of before the sale, only a receipt or a hash from then can tell", !known);
        return found.result;
    }

    private static void receipt(Findings found, Map<?, ?> draw, List<String> published, String text, String key) {
        DrawReceipt proof = DrawReceipt.read(text, key).orElse(null);
        found.check(proof != null, "the receipt is signed with this key");
        if (proof == null) {
            return;
        }
        found.check(
                draw.get("eventId") instanceof Number event && event.longValue() == proof.eventId(),
                "the receipt is for this event");
        found.check(
                proof.seedHash().equals(draw.get("seedHash")),
                "the seed hash is the one in the receipt, signed at " + proof.issuedAt());
        int number = published.indexOf(proof.ticketId()) + 1;
        found.check(number > 0, "ticket %s was drawn".formatted(proof.ticketId()));
        found.say("it has number %,d".formatted(number), number > 0);
        found.check(proof.number() == 0 || proof.number() == number, "the receipt names no other number");
    }

    private static final class Findings {

        private int result;

        void check(boolean holds, String finding) {
            System.out.println((holds ? "yes  " : "NO   ") + finding);
            if (!holds) {
                result = 1;
            }
        }

        void say(String word, boolean fitting) {
            if (fitting) {
                System.out.println("     " + word);
            }
        }
    }
}
