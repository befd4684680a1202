package podo.reservation.waitingroom.refusal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.reservation.RefusedEntry;

/** Takes the refusals that other services counted. */
@RestController
class InternalRefusalController {

    private final Refusals refusals;

    InternalRefusalController(Refusals refusals) {
        this.refusals = refusals;
    }

    @PostMapping("/internal/rooms/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(@RequestBody List<@ValidRefusal RefusedEntry> entries) {
        refusals.record(entries);
    }
}
