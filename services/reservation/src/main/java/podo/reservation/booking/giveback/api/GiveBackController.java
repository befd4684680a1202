package podo.reservation.booking.giveback.api;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.giveback.GiveBackDesk;
import podo.reservation.booking.giveback.store.GiveBackOffers;
import podo.reservation.booking.giveback.store.GiveBacks;
import podo.starter.security.Fan;

/** Seats that a fan offers back, and seats that are held for a fan who asked. */
@Tag(name = "Give-backs")
@RestController
class GiveBackController {

    record OfferRequest(@NotEmpty @Size(max = 50) List<@NotNull Long> seatIds) {}

    /** @param offers seats that are held for the fan */
    record Overview(List<GiveBackView> giveBacks, List<SeatOfferView> offers) {}

    private final GiveBackDesk desk;
    private final GiveBacks giveBacks;
    private final GiveBackOffers offers;
    private final GiveBackViews views;

    GiveBackController(GiveBackDesk desk, GiveBacks giveBacks, GiveBackOffers offers, GiveBackViews views) {
        this.desk = desk;
        this.giveBacks = giveBacks;
        this.offers = offers;
        this.views = views;
    }

    /** 201 with the give-backs of these seats, also when they are offered back already; 409 {@code not-offerable}. */
    @Operation(summary = "Offer seats back: you keep them until another fan has paid, then all you paid comes back")
    @PostMapping("/api/reservations/{id}/give-backs")
    @ResponseStatus(HttpStatus.CREATED)
    List<GiveBackView> offer(@PathVariable String id, @Valid @RequestBody OfferRequest request, Fan fan) {
        return views.of(desk.offer(id, fan.id(), request.seatIds()));
    }

    /**
     * Newest first, those that ended within the last month included; of offers those that can be booked now, with {@code POST
     * /api/reservations {holdId}}. {@code DELETE /api/holds/{holdId}} leaves the seat to the next fan.
     */
    @Operation(summary = "List the seats that you offer back, and the returned seats that are held for you")
    @GetMapping("/api/give-backs")
    Overview own(Fan fan) {
        return new Overview(views.of(giveBacks.ofFan(fan.id())), views.ofOffers(offers.liveOfFan(fan.id())));
    }

    /** 409 {@code payment-running} while a fan pays, {@code seat-passed-on} when one has. */
    @Operation(summary = "Keep a seat that you offered back")
    @DeleteMapping("/api/give-backs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Fan fan) {
        desk.withdraw(id, fan.id());
    }
}
