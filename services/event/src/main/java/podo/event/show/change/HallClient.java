package podo.event.show.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;
import podo.contracts.event.Show;

/** Inventory: whether a change of an event is in force for its seats. */
public interface HallClient {

    /**
     * @param plan null when neither seats nor prices differ
     * @param whileFree fields that differ and stay while somebody holds a seat and none is sold
     * @param whileUnsold fields that differ and stay once a seat is sold
     */
    record HallQuestion(Show show, @Nullable SeatPlan plan, List<String> whileFree, List<String> whileUnsold) {}

    /** @param refusal null when the change is in force; the same for each repetition of the question */
    record HallDecision(@Nullable String refusal) {}

    @PutExchange("/internal/events/{eventId}/hall")
    HallDecision change(@PathVariable long eventId, @RequestBody HallQuestion question);
}
