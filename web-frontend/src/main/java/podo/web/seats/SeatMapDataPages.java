package podo.web.seats;

import java.time.Duration;
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
import podo.web.calls.SeatClient;

/** What the map draws: the plan once a year, the letters when it must, a proposal when asked. */
@RestController
@RequestMapping("/events/{id}/seats")
class SeatMapDataPages {

    private final SeatClient seats;
    private final HallPlans plans;

    SeatMapDataPages(SeatClient seats, HallPlans plans) {
        this.seats = seats;
        this.plans = plans;
    }

    @GetMapping("/layout")
    ResponseEntity<byte[]> layout(
            @PathVariable long id,
            @RequestParam(name = "v") int version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        HallPlans.Sheet sheet = plans.of(id, version);
        CacheControl lasting = sheet.plan().version() == version
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable()
                : CacheControl.noCache();
        var back = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(lasting)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return takesGzip(encodings)
                ? back.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(sheet.gzip())
                : back.body(sheet.json());
    }

    @GetMapping("/state")
    ResponseEntity<byte[]> state(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        ResponseEntity<byte[]> answer = seats.rawState(id, takesGzip(encodings) ? "gzip" : "identity");
        var back = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore());
        String encoding = answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null) {
            back.header(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        return back.body(answer.getBody());
    }

    @GetMapping("/best")
    SeatClient.Proposal best(
            @PathVariable long id,
            @RequestParam int count,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable Long maxPrice) {
        return seats.best(id, count, grade == null || grade.isBlank() ? null : grade, maxPrice, false);
    }

    private static boolean takesGzip(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip");
    }
}
