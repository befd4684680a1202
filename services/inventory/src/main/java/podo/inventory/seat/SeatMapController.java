package podo.inventory.seat;

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
import podo.inventory.seat.CachedSeatMapResponse.Face;
import podo.inventory.seat.SeatMap.Picture;
import podo.starter.problem.InvalidField;
import podo.starter.security.Fan;

/** The map as fans read it: all in one answer, or its lasting and its changing half. */
@RestController
@RequestMapping("/api/events/{eventId}/seats")
class SeatMapController {

    private static final int MOST = 20;

    private final SeatMaps maps;
    private final HallLayouts layouts;
    private final BestSeats best;

    SeatMapController(SeatMaps maps, HallLayouts layouts, BestSeats best) {
        this.maps = maps;
        this.layouts = layouts;
        this.best = best;
    }

    @GetMapping
    ResponseEntity<byte[]> seats(
            @PathVariable long eventId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        Picture map = maps.now(eventId);
        return live(map.faces().etag(), map.faces().seats(), known, encodings);
    }

    @GetMapping("/state")
    ResponseEntity<byte[]> state(
            @PathVariable long eventId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        Picture map = maps.now(eventId);
        return live(map.faces().etag(), map.faces().state(), known, encodings);
    }

    /** Cached for a year under its own version; without one, or with an old one, it has to be asked for again. */
    @GetMapping("/layout")
    ResponseEntity<byte[]> layout(
            @PathVariable long eventId,
            @RequestParam(name = "v", required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        HallLayouts.Layout layout = layouts.of(eventId);
        CacheControl lasting = version != null && version == layout.version()
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return answer(ResponseEntity.ok().cacheControl(lasting), layout.json(), encodings);
    }

    @GetMapping("/best")
    BestSeats.Proposal best(
            @PathVariable long eventId,
            @RequestParam(defaultValue = "2") int count,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice,
            @RequestParam(defaultValue = "false") boolean accessible,
            Fan fan) {
        if (count < 1 || count > MOST) {
            throw new InvalidField("count", "between", 1, MOST);
        }
        if (maxPrice != null && maxPrice < 0) {
            throw new InvalidField("maxPrice", "won");
        }
        return best.propose(maps.now(eventId), new BestSeats.Wanted(count, grade, maxPrice, accessible), fan.id());
    }

    private static ResponseEntity<byte[]> live(
            String etag, Face face, @Nullable String known, @Nullable String encodings) {
        if (known != null && List.of(known.replace("W/", "").split("\\s*,\\s*")).contains(etag)) {
            return ResponseEntity.status(304)
                    .eTag(etag)
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .build();
        }
        return answer(
                ResponseEntity.ok()
                        .eTag(etag)
                        .cacheControl(CacheControl.noCache().cachePrivate()),
                face,
                encodings);
    }

    private static ResponseEntity<byte[]> answer(
            ResponseEntity.BodyBuilder answer, Face face, @Nullable String encodings) {
        answer.contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(face.compressed())
                : answer.body(face.plain());
    }
}
