package podo.event.venue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.event.plan.PlanCheck;
import podo.event.plan.SeatingPlan;
import podo.event.venue.exchange.PlanCsv;
import podo.event.venue.exchange.PlanFiles;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** Exports seat plans as JSON and CSV and reads such files, and seating plans of pretix. docs/seat-plans.md describes them. */
@Tag(name = "Venues")
@RestController
@RequestMapping("/api/venues")
class PlanFileController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final VenueDesk desk;
    private final VenueRights rights;
    private final PlanFiles files;

    PlanFileController(VenueDesk desk, VenueRights rights, PlanFiles files) {
        this.desk = desk;
        this.rights = rights;
        this.files = files;
    }

    @Operation(summary = "Export a plan as JSON, the newest version unless another is named")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeatingPlan.class)))
    @GetMapping(path = "/{id}/plan", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> plan(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer version, Fan organiser) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(desk.planJson(rights.require(Right.VIEW, organiser, id), id, version)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Export a plan's seats as CSV")
    @GetMapping(path = "/{id}/plan.csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer version, Fan organiser) {
        byte[] csv = PlanCsv.write(desk.plan(rights.require(Right.VIEW, organiser, id), id, version))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("venue-" + id + ".csv")
                                .build()
                                .toString())
                .body(csv);
    }

    @Operation(summary = "Read a plan from a file without saving it: JSON of this shop or of pretix, or CSV")
    @PostMapping("/import")
    SeatingPlan read(@RequestBody byte[] file) {
        SeatingPlan plan = files.read(new String(file, StandardCharsets.UTF_8));
        PlanCheck.check(plan, "");
        return plan;
    }
}
