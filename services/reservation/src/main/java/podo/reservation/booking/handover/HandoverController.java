package podo.reservation.booking.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.edge.PublicUrl;
import podo.starter.idempotency.Idempotent;
import podo.starter.security.Fan;

/** Hands tickets over. A secret comes in the body, never in an address, so that no log has it. */
@Tag(name = "Handovers")
@RestController
@RequestMapping("/api/handovers")
class HandoverController {

    record OfferRequest(@NotEmpty @Size(max = 50) List<@NotNull Long> ticketIds) {}

    record SecretRequest(@NotNull @Size(max = 200) String secret) {

        HandoverSecret toSecret() {
            return new HandoverSecret(secret);
        }

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "SecretRequest[]";
        }
    }

    private final HandoverDesk desk;
    private final HandoverAcceptance acceptance;
    private final Handovers handovers;
    private final HandoverViews views;
    private final PublicUrl site;

    HandoverController(
            HandoverDesk desk,
            HandoverAcceptance acceptance,
            Handovers handovers,
            HandoverViews views,
            PublicUrl site) {
        this.desk = desk;
        this.acceptance = acceptance;
        this.handovers = handovers;
        this.views = views;
        this.site = site;
    }

    /**
     * 201 with the secret, which is told only here: a repeat makes a new link, and the one before ends. 404; 409 {@code handover-closed},
     * {@code not-transferable}.
     */
    @Operation(summary = "Make a link that hands tickets of one reservation to whoever accepts it first")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HandoverView offer(@Valid @RequestBody OfferRequest request, Fan fan) {
        HandoverDesk.Offered offered = desk.offer(request.ticketIds(), fan.id());
        return views.of(offered.handover(), fan.id())
                .with(
                        offered.secret(),
                        site.address("/handover/" + offered.secret().text()));
    }

    @Operation(summary = "List what you have handed over, offered and received, newest first")
    @GetMapping
    List<HandoverView> list(Fan fan) {
        return views.of(handovers.ofFan(fan.id()), fan.id());
    }

    /** 204, also when it has ended otherwise; 404; 409 {@code handover-ended} once it was accepted. */
    @Operation(summary = "Withdraw a link: it can't be accepted any more")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Fan fan) {
        desk.withdraw(id, fan.id());
    }

    /** 404 for a secret that is none; 409 {@code handover-ended} with {@code reason}, {@code handover-closed}, {@code own-handover}. */
    @Operation(summary = "Show what a link hands over, and whose it is")
    @PostMapping("/preview")
    HandoverView look(@Valid @RequestBody SecretRequest request, Fan fan) {
        return views.of(acceptance.look(request.toSecret(), fan.id()), fan.id());
    }

    /** 200, also when the same fan accepts again; refusals as for {@code preview}. */
    @Operation(summary = "Accept a link: its tickets are yours")
    @Idempotent
    @PostMapping("/accept")
    HandoverView accept(@Valid @RequestBody SecretRequest request, Fan fan) {
        return views.of(acceptance.accept(request.toSecret(), fan.id()), fan.id());
    }
}
