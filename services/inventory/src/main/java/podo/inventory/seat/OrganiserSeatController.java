package podo.inventory.seat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** What an organiser may do with the seats of an own event: keep some off the market, and read a seat's life. */
@RestController
@RequestMapping("/api/events/{eventId}/seats")
class OrganiserSeatController {

    record Wish(
            @NotEmpty @Size(max = 5_000) List<@NotNull Long> seatIds,
            @NotNull Boolean blocked) {}

    /** @param seatIds those that were changed; a seat that is held or sold is not */
    record Blocks(List<Long> seatIds) {}

    record Life(SeatOffer seat, List<SeatHistory.Change> changes) {}

    private final Halls halls;
    private final SeatBlocks blocks;
    private final SeatHistory history;
    private final SeatChangePublisher news;

    OrganiserSeatController(Halls halls, SeatBlocks blocks, SeatHistory history, SeatChangePublisher news) {
        this.halls = halls;
        this.blocks = blocks;
        this.history = history;
        this.news = news;
    }

    @PutMapping("/blocks")
    Blocks block(@PathVariable long eventId, @RequestBody @Valid Wish wish, Fan organiser) {
        Hall hall = own(eventId, organiser);
        if (!wish.seatIds().stream().allMatch(id -> hall.seat(id).isPresent())) {
            throw new NotFound();
        }
        List<SeatChange> changes = wish.blocked()
                ? blocks.block(wish.seatIds(), organiser.id())
                : blocks.unblock(wish.seatIds(), organiser.id());
        news.tell(eventId, changes);
        return new Blocks(changes.stream().map(SeatChange::seatId).toList());
    }

    @GetMapping("/{seatId}/history")
    Life history(@PathVariable long eventId, @PathVariable long seatId, Fan organiser) {
        Hall hall = own(eventId, organiser);
        Seat seat = hall.seat(seatId).orElseThrow(NotFound::new);
        return new Life(SeatOffer.of(seat, hall), history.of(seatId));
    }

    private Hall own(long eventId, Fan organiser) {
        Hall hall = halls.of(eventId);
        if (hall.organiserId() != organiser.id()) {
            throw new AccessDeniedException("another organiser's event");
        }
        return hall;
    }
}
