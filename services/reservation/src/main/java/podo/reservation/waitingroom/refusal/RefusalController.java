package podo.reservation.waitingroom.refusal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;

/** What the gateway tells of those whom it turned away. It has no service secret, and shows a pass of nobody for no event. */
@RestController
class RefusalController {

    /** @param fanId 0 when the gateway does not know who it was */
    record TurnedAway(
            long eventId,
            long fanId,
            @NotBlank @Size(max = 40) String reason,
            @Min(1) int times) {}

    private final EntryPasses passes;
    private final Refusals refusals;

    RefusalController(EntryPasses passes, Refusals refusals) {
        this.passes = passes;
        this.refusals = refusals;
    }

    @PostMapping("/gate/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnedAway(
            @RequestHeader(name = EntryPass.HEADER, required = false) @Nullable String pass,
            @RequestBody List<@Valid TurnedAway> attempts) {
        passes.read(pass).of(0, 0);
        attempts.forEach(
                attempt -> refusals.note(attempt.eventId(), attempt.fanId(), attempt.reason(), attempt.times()));
    }
}
