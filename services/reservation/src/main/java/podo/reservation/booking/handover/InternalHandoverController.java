package podo.reservation.booking.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;

/** Who handed which seats to whom, for mails. */
@RestController
class InternalHandoverController {

    /** @param seatIds as they are now */
    record Hands(long giverId, @Nullable Long receiverId, List<Long> seatIds) {}

    private final Handovers handovers;

    InternalHandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping("/internal/handovers/{id}")
    Hands find(@PathVariable String id) {
        return handovers
                .find(id)
                .map(handover -> new Hands(handover.giverId(), handover.receiverId(), handover.seatIds()))
                .orElseThrow(NotFound::new);
    }
}
