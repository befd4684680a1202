package podo.web.seats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import podo.web.calls.Seats;
import tools.jackson.databind.json.JsonMapper;

/** Plans by event and version: each is fetched once per node, since a plan with a version never changes. */
@Component
class HallPlans {

    record Sheet(HallPlan plan, byte[] json) {}

    private record Key(long eventId, int version) {}

    private final Seats seats;
    private final JsonMapper mapper;
    private final Cache<Key, Sheet> sheets = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((Key key, Sheet sheet) -> sheet.plan().seats().size() + 1)
            .build();

    HallPlans(Seats seats, JsonMapper mapper) {
        this.seats = seats;
        this.mapper = mapper;
    }

    /** @param version as the state says; null when it does not say, which costs a fetch */
    Sheet of(long eventId, @Nullable Integer version) {
        if (version != null) {
            Sheet known = sheets.getIfPresent(new Key(eventId, version));
            if (known != null) {
                return known;
            }
        }
        byte[] json = plain(seats.layout(eventId, version));
        Sheet sheet = new Sheet(HallPlan.read(json, mapper), json);
        return sheets.get(new Key(eventId, sheet.plan().version()), key -> sheet);
    }

    private static byte[] plain(ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody() == null ? new byte[0] : answer.getBody();
        if (!"gzip".equals(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))) {
            return body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
