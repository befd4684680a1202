package podo.reservation.waitingroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a published draw without asking Podo anything: {@code ./podo verify-draw FILE [ticketId]}, where FILE is what
 * {@code /api/events/{id}/fairness/draw} answers. Exit code 0 when the order is the one that seed and list give, 1 when
 * it is not, 2 when the file can't be read.
 */
public final class VerifyDraw {

    private VerifyDraw() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: ./podo verify-draw FILE [ticketId]");
            System.exit(2);
        }
        try {
            Map<?, ?> draw = JsonMapper.builder().build().readValue(Files.readString(Path.of(args[0])), Map.class);
            System.exit(verify(draw, args.length == 2 ? args[1] : ""));
        } catch (NoSuchFileException | JacksonException | IllegalArgumentException | ClassCastException e) {
            System.err.println("not a draw that can be read: " + e.getMessage());
            System.exit(2);
        }
    }

    static int verify(Map<?, ?> draw, String ticketId) {
        if (!(draw.get("seed") instanceof String seed) || !(draw.get("ticketIds") instanceof List<?> list)) {
            throw new IllegalArgumentException("seed and ticketIds are missing; has the draw been made?");
        }
        List<String> published = list.stream().map(String.class::cast).toList();
        boolean seedFits = Drawing.sha256(HexFormat.of().parseHex(seed)).equals(draw.get("seedHash"));
        boolean listFits = Drawing.listHash(published).equals(draw.get("listHash"));
        boolean orderFits = Drawing.order(seed, published).equals(published);
        System.out.printf(
                "seed %s the hash published before the sale%nlist of %,d tickets %s its published hash%norder %s%n",
                seedFits ? "fits" : "DOES NOT FIT",
                published.size(),
                listFits ? "fits" : "DOES NOT FIT",
                orderFits ? "is the one that seed and list give" : "IS NOT the one that seed and list give");
        if (!ticketId.isEmpty()) {
            int place = published.indexOf(ticketId);
            System.out.println(place < 0 ? ticketId + " was not drawn" : ticketId + " has number " + (place + 1));
        }
        return seedFits && listFits && orderFits ? 0 : 1;
    }
}
