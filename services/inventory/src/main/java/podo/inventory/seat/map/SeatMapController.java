package podo.inventory.seat.map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import podo.inventory.seat.map.CachedSeatMapResponse.Body;
import podo.inventory.seat.map.SeatMap.Snapshot;
import podo.starter.problem.InvalidField;
import podo.starter.security.Fan;

/** The seat map for fans: all in one answer, or split into layout and state. */
@Tag(name = "Seat map")
@RestController
@RequestMapping("/api/events/{eventId}/seats")
class SeatMapController {

    private static final int MAX_COUNT = 20;

    private final SeatMaps maps;
    private final HallLayouts layouts;
    private final BestSeats best;

    SeatMapController(SeatMaps maps, HallLayouts layouts, BestSeats best) {
        this.maps = maps;
        this.layouts = layouts;
        this.best = best;
    }

    @GetMapping
    @Operation(summary = "All seats of an event with their state")
    ResponseEntity<byte[]> seats(
            @PathVariable long eventId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String knownEtag,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        Snapshot map = maps.current(eventId);
        return conditional(map.response().etag(), map.response().seats(), knownEtag, encodings);
    }

    @GetMapping("/state")
    @Operation(summary = "State of all seats, one letter each in layout order")
    ResponseEntity<byte[]> state(
            @PathVariable long eventId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String knownEtag,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        Snapshot map = maps.current(eventId);
        return conditional(map.response().etag(), map.response().state(), knownEtag, encodings);
    }

    /** Cacheable for a year under the current version; without a version, or with an old one, not at all. */
    @GetMapping("/layout")
    @Operation(summary = "Layout of all seats without their state")
    ResponseEntity<byte[]> layout(
            @PathVariable long eventId,
            @RequestParam(name = "v", required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        HallLayouts.Layout layout = layouts.of(eventId);
        CacheControl lasting = version != null && version == layout.version()
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return answer(ResponseEntity.ok().cacheControl(lasting), layout.body(), encodings);
    }

    /** @param near ids of seats that the fan lost: the proposal is near them and, if possible, of their grade */
    @GetMapping("/best")
    @Operation(summary = "Propose the best available seats")
    BestSeats.Proposal best(
            @PathVariable long eventId,
            @RequestParam(defaultValue = "2") int count,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam(defaultValue = "false") boolean accessible,
            @RequestParam(defaultValue = "") List<@NotNull Long> near,
            Fan fan) {
        if (count < 1 || count > MAX_COUNT) {
            throw new InvalidField("count", "between", 1, MAX_COUNT);
        }
        if (maxPrice != null && maxPrice < 0) {
            throw new InvalidField("maxPrice", "won");
        }
        if (near.size() > MAX_COUNT) {
            throw new InvalidField("near", "between", 0, MAX_COUNT);
        }
        return best.propose(
                maps.current(eventId), new BestSeats.Criteria(count, grade, maxPrice, accessible, near), fan.id());
    }

    private static ResponseEntity<byte[]> conditional(
            String etag, Body body, @Nullable String knownEtag, @Nullable String encodings) {
        if (knownEtag != null
                && List.of(knownEtag.replace("W/", "").split("\\s*,\\s*")).contains(etag)) {
            return ResponseEntity.status(304)
                    .eTag(etag)
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .build();
        }
        return answer(
                ResponseEntity.ok()
                        .eTag(etag)
                        .cacheControl(CacheControl.noCache().cachePrivate()),
                body,
                encodings);
    }

    private static ResponseEntity<byte[]> answer(
            ResponseEntity.BodyBuilder answer, Body body, @Nullable String encodings) {
        answer.contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(body.compressed())
                : answer.body(body.plain());
    }
}
