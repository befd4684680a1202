package podo.event.show.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.event.picture.PosterPrinter;
import podo.event.picture.PrintedPoster;
import podo.event.picture.UploadedPicture;
import podo.event.show.Catalogue;
import podo.event.show.PosterDesk;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;

/** Uploads, removes and serves the posters of events. What is served is encoded anew, so that nothing but pixels survives. */
@Tag(name = "Posters", description = "An event's poster as an uploaded picture; without one, pages draw it")
@RestController
@RequestMapping("/api/events/{id}")
class PosterController {

    /** @param eventId whose poster is taken over */
    record CopyRequest(@NotNull Long eventId) {}

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final PosterPrinter printer;
    private final PosterDesk desk;
    private final EventRights rights;
    private final Catalogue catalogue;
    private final LoggedChanges changes;

    PosterController(
            PosterPrinter printer, PosterDesk desk, EventRights rights, Catalogue catalogue, LoggedChanges changes) {
        this.printer = printer;
        this.desk = desk;
        this.rights = rights;
        this.catalogue = catalogue;
        this.changes = changes;
    }

    @Operation(summary = "Upload the poster: JPEG, PNG or WebP of at most 8 MB; the bytes decide what it is")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    @PutMapping(
            path = "/poster",
            consumes = {
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_PNG_VALUE,
                "image/webp",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    EventResponse hang(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable @Min(0) Integer version,
            HttpServletRequest request,
            Fan organiser)
            throws IOException {
        long team = rights.require(Right.EDIT, organiser, id);
        try (UploadedPicture picture = UploadedPicture.receive(request.getInputStream())) {
            PrintedPoster poster = printer.print(picture.file());
            return changes.make(
                    team, organiser, "POSTER_CHANGED", () -> desk.hang(team, id, version, poster), event -> Map.of());
        }
    }

    @Operation(summary = "Remove the uploaded poster; pages draw one again")
    @DeleteMapping("/poster")
    EventResponse takeDown(
            @PathVariable long id, @RequestParam(required = false) @Nullable @Min(0) Integer version, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        return changes.make(
                team, organiser, "POSTER_REMOVED", () -> desk.takeDown(team, id, version), event -> Map.of());
    }

    /** The poster as it hangs there now; without one nothing changes. */
    @Operation(summary = "Take over the poster of another event that the caller may see")
    @PostMapping("/poster/copy")
    EventResponse copy(@PathVariable long id, @Valid @RequestBody CopyRequest request, Fan organiser) {
        long team = rights.require(Right.EDIT, organiser, id);
        long teamOfOther = rights.require(Right.VIEW, organiser, request.eventId());
        String poster = catalogue.own(teamOfOther, request.eventId()).poster();
        return changes.make(
                team,
                organiser,
                "POSTER_CHANGED",
                () -> poster == null ? catalogue.own(team, id) : desk.copy(team, id, request.eventId(), poster),
                event -> poster == null ? null : Map.of());
    }

    @Operation(summary = "Read a poster as JPEG, as an event's poster.small and poster.large name it")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_JPEG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/posters/{digest:[0-9a-f]{32}}-{width:600|1200}.jpg")
    ResponseEntity<byte[]> show(@PathVariable long id, @PathVariable String digest, @PathVariable int width) {
        byte[] jpeg = desk.find(id, digest, width).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .body(jpeg);
    }
}
