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
import podo.web.client.SeatClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Caches seating plans by event and version, up to 2,000,000 seats in all. A version never changes, so each node fetches it
 * once; concurrent requests for it wait for one fetch.
 */
@Component
class HallPlans {

    /** @param gzip the plan's JSON as inventory sent it, compressed once for all fans */
    record CachedPlan(HallPlan plan, byte[] gzip) {

        byte[] json() {
            return unzipped(gzip);
        }
    }

    private record Key(long eventId, int version) {}

    private final SeatClient seats;
    private final JsonMapper mapper;
    private final Cache<Key, CachedPlan> cache = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((Key key, CachedPlan cached) -> cached.plan().seats().size() + 1)
            .build();

    HallPlans(SeatClient seats, JsonMapper mapper) {
        this.seats = seats;
        this.mapper = mapper;
    }

    /** @param version the version that the map's state names; null fetches the newest plan */
    CachedPlan get(long eventId, @Nullable Integer version) {
        if (version == null) {
            return store(eventId, fetch(eventId, null));
        }
        Key key = new Key(eventId, version);
        CachedPlan cached = cache.get(key, missing -> fetch(eventId, version));
        if (cached.plan().version() != version) {
            // inventory sent a newer plan, which must not be cached under the old version
            cache.asMap().remove(key, cached);
            return store(eventId, cached);
        }
        return cached;
    }

    /** The newest cached plan; enough for labels and grades, since each version has the same seats. */
    HallPlan newestCached(long eventId) {
        return cache.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().eventId() == eventId)
                .max(Comparator.comparingInt(entry -> entry.getKey().version()))
                .map(Map.Entry::getValue)
                .orElseGet(() -> get(eventId, null))
                .plan();
    }

    /** The plan with the current state of its seats. */
    SeatListView current(long eventId, boolean accessible) {
        SeatClient.MapState state = seats.state(eventId);
        return new SeatListView(get(eventId, state.layout()).plan(), state.s(), state.freePlaces(), accessible);
    }

    private CachedPlan store(long eventId, CachedPlan cached) {
        return cache.get(new Key(eventId, cached.plan().version()), key -> cached);
    }

    private CachedPlan fetch(long eventId, @Nullable Integer version) {
        ResponseEntity<byte[]> response = seats.layout(eventId, version, "gzip");
        byte[] body = response.getBody() == null ? new byte[0] : response.getBody();
        boolean compressed = "gzip".equals(response.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING));
        byte[] json = compressed ? unzipped(body) : body;
        return new CachedPlan(HallPlan.read(json, mapper), compressed ? body : zipped(json));
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
