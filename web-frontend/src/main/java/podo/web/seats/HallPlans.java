package podo.web.seats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import podo.web.calls.SeatClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans by event and version: each is fetched once per node, since a plan with a version never changes. When a crowd opens
 * the same hall one fetches it, and the others wait for that one.
 */
@Component
class HallPlans {

    /** @param gzip the plan's JSON as inventory wrote it, compressed once for all fans */
    record Sheet(HallPlan plan, byte[] gzip) {

        byte[] json() {
            return unzipped(gzip);
        }
    }

    private record Key(long eventId, int version) {}

    private final SeatClient seats;
    private final JsonMapper mapper;
    private final Cache<Key, Sheet> sheets = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((Key key, Sheet sheet) -> sheet.plan().seats().size() + 1)
            .build();

    HallPlans(SeatClient seats, JsonMapper mapper) {
        this.seats = seats;
        this.mapper = mapper;
    }

    /** @param version as the state says; null when it does not say, which costs a fetch */
    Sheet of(long eventId, @Nullable Integer version) {
        if (version == null) {
            return keep(eventId, fetch(eventId, null));
        }
        Key asked = new Key(eventId, version);
        Sheet sheet = sheets.get(asked, key -> fetch(eventId, version));
        if (sheet.plan().version() != version) {
            // inventory has moved on, and its newest plan must not stay under an old number
            sheets.asMap().remove(asked, sheet);
            return keep(eventId, sheet);
        }
        return sheet;
    }

    /** The newest plan that this node knows of; any of them names the seats. */
    HallPlan known(long eventId) {
        return sheets.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().eventId() == eventId)
                .max(Comparator.comparingInt(entry -> entry.getKey().version()))
                .map(Map.Entry::getValue)
                .orElseGet(() -> of(eventId, null))
                .plan();
    }

    /** The hall as it is now. */
    SeatListView now(long eventId, boolean accessible) {
        SeatClient.State state = seats.state(eventId);
        return new SeatListView(of(eventId, state.layout()).plan(), state.s(), accessible);
    }

    private Sheet keep(long eventId, Sheet sheet) {
        return sheets.get(new Key(eventId, sheet.plan().version()), key -> sheet);
    }

    private Sheet fetch(long eventId, @Nullable Integer version) {
        ResponseEntity<byte[]> answer = seats.layout(eventId, version, "gzip");
        byte[] body = answer.getBody() == null ? new byte[0] : answer.getBody();
        boolean compressed = "gzip".equals(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING));
        byte[] json = compressed ? unzipped(body) : body;
        return new Sheet(HallPlan.read(json, mapper), compressed ? body : zipped(json));
    }

    private static byte[] unzipped(byte[] gzip) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
