package podo.reservation.door;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.input.OpaqueId;
import podo.starter.problem.InvalidField;
import podo.starter.security.Fan;
import podo.starter.text.PersonText;

/** Checks tickets at a gate: one at a time, or what a gate let in while it was without network. */
@Tag(name = "Door")
@RestController
@RequestMapping("/api/checkins")
class CheckInController {

    /**
     * @param code what was read or typed
     * @param ticketId in place of a code: the ticket that was chosen from the list
     * @param eventId the event at this door; without it any that the caller may check
     * @param scanId the scanner's own id of the scan: a repeat gets the first answer
     */
    record ScanRequest(
            @Nullable @Size(max = LONGEST) String code,
            @Nullable Long ticketId,
            @PersonText(max = 60) String gate,
            @Nullable Long eventId,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "{podo.input.id}")
            String scanId) {}

    /** @param scannedAt by the scanner's clock */
    record OfflineScan(
            @OpaqueId String scanId,
            @Nullable @Size(max = LONGEST) String code,
            @Nullable Long ticketId,
            @PersonText(max = 60) String gate,
            @Nullable Long eventId,
            @NotNull Instant scannedAt) {}

    /** @param sentAt by the scanner's clock, so that it need not be right */
    record BatchRequest(
            @Nullable Instant sentAt,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid OfflineScan> scans) {}

    record BatchAnswer(List<CheckInView> results) {}

    /** Letters that a QR code can hold at most: whatever a camera reads gets an answer. */
    private static final int LONGEST = 4_296;

    private final CheckInDesk desk;
    private final Clock clock;

    CheckInController(CheckInDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** 200 whatever the result; 404 for an event that is not the caller's to check. */
    @Operation(summary = "Check a ticket at a gate; a valid one is used up by it")
    @PostMapping
    CheckInView check(@Valid @RequestBody ScanRequest request, Fan caller) {
        Scan scan = new Scan(
                request.scanId(),
                codeOf(request.code(), request.ticketId(), "code"),
                request.ticketId(),
                request.eventId(),
                request.gate(),
                now(),
                false);
        return CheckInView.of(desk.check(scan, caller), request.scanId());
    }

    /**
     * In the order in which they were made. A repeat changes nothing and gets the same answers; {@code conflict} marks people who were let
     * in and should not have been.
     */
    @Operation(summary = "Report people whom a gate let in while it was without network")
    @PostMapping("/batch")
    BatchAnswer reportOffline(@Valid @RequestBody BatchRequest request, Fan caller) {
        Instant now = now();
        Duration behind = request.sentAt() == null ? Duration.ZERO : Duration.between(request.sentAt(), now);
        return new BatchAnswer(request.scans().stream()
                .map(scan -> CheckInView.of(desk.check(offline(scan, behind, now), caller), scan.scanId()))
                .toList());
    }

    @Operation(summary = "Undo a check: the ticket is good again")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable String id, Fan caller) {
        desk.undo(id, caller);
    }

    private static Scan offline(OfflineScan scan, Duration behind, Instant now) {
        Instant at = scan.scannedAt().plus(behind).truncatedTo(ChronoUnit.MILLIS);
        return new Scan(
                scan.scanId(),
                codeOf(scan.code(), scan.ticketId(), "scans.code"),
                scan.ticketId(),
                scan.eventId(),
                scan.gate(),
                at.isAfter(now) ? now : at,
                true);
    }

    /** The code; null when a ticket was chosen in its place. */
    private static @Nullable String codeOf(@Nullable String code, @Nullable Long ticketId, String field) {
        if (code != null && !code.isBlank()) {
            return code;
        }
        if (ticketId == null) {
            throw new InvalidField(field, "code");
        }
        return null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
