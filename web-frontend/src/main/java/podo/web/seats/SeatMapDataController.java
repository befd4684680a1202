package podo.web.seats;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.inventory.SeatIds;
import podo.web.client.SeatClient;

/** Data for the map's script: the plan (cacheable for a year by version), the state of the seats, proposals. */
@RestController
@RequestMapping("/events/{id}/seats")
class SeatMapDataController {

    private final SeatClient seats;
    private final HallPlans plans;

    SeatMapDataController(SeatClient seats, HallPlans plans) {
        this.seats = seats;
        this.plans = plans;
    }

    @GetMapping("/layout")
    ResponseEntity<byte[]> layout(
            @PathVariable long id,
            @RequestParam(name = "v") int version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        HallPlans.CachedPlan cached = plans.get(id, version);
        CacheControl caching = cached.plan().version() == version
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable()
                : CacheControl.noCache();
        var response = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(caching)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return acceptsGzip(encodings)
                ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(cached.gzip())
                : response.body(cached.json());
    }

    @GetMapping("/state")
    ResponseEntity<byte[]> state(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        ResponseEntity<byte[]> state = seats.rawState(id, acceptsGzip(encodings) ? "gzip" : "identity");
        var response =
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore());
        String encoding = state.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null) {
            response.header(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        return response.body(state.getBody());
    }

    /** @param near numbers of lost seats within the event, from 1 */
    @GetMapping("/best")
    SeatClient.Proposal best(
            @PathVariable long id,
            @RequestParam int count,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam(defaultValue = "") List<@NotNull Integer> near) {
        List<Long> lost = near.stream().map(seq -> SeatIds.of(id, seq)).toList();
        return seats.best(id, count, grade == null || grade.isBlank() ? null : grade, maxPrice, false, lost);
    }

    private static boolean acceptsGzip(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip");
    }
}
