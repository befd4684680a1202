package podo.reservation.waitingroom.fairness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import podo.reservation.waitingroom.receipt.DrawReceipt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a published draw offline: {@code ./podo verify-draw FILE [TICKET|RECEIPT] [SEEDHASH] [--key=KEY]}, where FILE is the answer
 * of {@code /api/events/{id}/fairness/draw}. A file alone only agrees with itself; a receipt from before the sale, or the seed hash
 * noted then, shows that the seed was not replaced. Exit code 0 when everything agrees, 1 when something does not, 2 when the file
 * cannot be read.
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

    /** @param args a ticket id, a receipt, a seed hash or {@code --key=}, told apart by their form; empty ones are ignored */
    public static int verify(Map<?, ?> draw, String... args) {
        if (!(draw.get("seed") instanceof String seed) || !(draw.get("ticketIds") instanceof List<?> list)) {
            throw new IllegalArgumentException("seed and ticketIds are missing; has the draw been made?");
        }
        Findings findings = new Findings();
        List<String> published = list.stream().map(String.class::cast).toList();
        findings.check(
                DrawAlgorithm.sha256(HexFormat.of().parseHex(seed)).equals(draw.get("seedHash")),
                "the seed fits the hash in this file");
        findings.check(
                DrawAlgorithm.listHash(published).equals(draw.get("listHash")),
                published.isEmpty()
                        ? "the list is empty, nobody was in the lobby, and that fits its hash"
                        : "the list fits its hash; draw tickets in it: %,d".formatted(published.size()));
        findings.check(
                DrawAlgorithm.order(seed, published).equals(published), "the order is the one that seed and list give");
        String key = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--key="))
                .map(arg -> arg.substring("--key=".length()))
                .findFirst()
                .orElse(String.valueOf(draw.get("receiptKey")));
        boolean hasEvidence = false;
        for (String arg : args) {
            if (arg.matches("[0-9a-f]{64}")) {
                hasEvidence = true;
                findings.check(arg.equals(draw.get("seedHash")), "the seed hash is the one that you noted");
            } else if (arg.contains(".")) {
                hasEvidence = true;
                checkReceipt(findings, draw, published, arg, key);
            } else if (!arg.isEmpty() && !arg.startsWith("--key=")) {
                findings.check(published.contains(arg), "ticket %s was drawn".formatted(arg));
                findings.say("it has number %,d".formatted(published.indexOf(arg) + 1), published.contains(arg));
            }
        }
        findings.say(
                "whether the seed is that of before the sale, only a receipt or a hash from then can tell",
                !hasEvidence);
        return findings.result;
    }

    private static void checkReceipt(
            Findings findings, Map<?, ?> draw, List<String> published, String text, String key) {
        DrawReceipt receipt = DrawReceipt.read(text, key).orElse(null);
        findings.check(receipt != null, "the receipt is signed with this key");
        if (receipt == null) {
            return;
        }
        findings.check(
                draw.get("eventId") instanceof Number event && event.longValue() == receipt.eventId(),
                "the receipt is for this event");
        findings.check(
                receipt.seedHash().equals(draw.get("seedHash")),
                "the seed hash is the one in the receipt, signed at " + receipt.issuedAt());
        int number = published.indexOf(receipt.ticketId()) + 1;
        findings.check(number > 0, "ticket %s was drawn".formatted(receipt.ticketId()));
        findings.say("it has number %,d".formatted(number), number > 0);
        findings.check(receipt.number() == 0 || receipt.number() == number, "the receipt names no other number");
    }

    private static final class Findings {

        private int result;

        void check(boolean holds, String finding) {
            System.out.println((holds ? "yes  " : "NO   ") + finding);
            if (!holds) {
                result = 1;
            }
        }

        void say(String finding, boolean applies) {
            if (applies) {
                System.out.println("     " + finding);
            }
        }
    }
}
