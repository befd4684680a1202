package podo.reservation.waitingroom.refusal;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.contracts.reservation.RefusedEntry;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;

/**
 * Takes the refusals that the gateway counted. The gateway has no service secret; it authenticates with an entry pass for fan 0,
 * event 0.
 */
@Hidden
@RestController
class GatewayRefusalController {

    private final EntryPasses passes;
    private final Refusals refusals;

    GatewayRefusalController(EntryPasses passes, Refusals refusals) {
        this.passes = passes;
        this.refusals = refusals;
    }

    @PostMapping("/gate/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(
            @RequestHeader(name = EntryPass.HEADER, required = false) @Nullable String pass,
            @RequestBody List<@ValidRefusal RefusedEntry> entries) {
        passes.read(pass).of(0, 0);
        refusals.record(entries);
    }
}
