package podo.event.show;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.springframework.data.domain.Page;

/** One page of events, as it is cached. */
public record EventSnapshotPage(List<EventSnapshot> content, Numbers page) {

    /** @param number from 0 */
    public record Numbers(int number, int size, long totalElements, int totalPages) {}

    static EventSnapshotPage of(
            Page<Event> page, ToIntFunction<Event> taken, UnaryOperator<List<EventSnapshot>> complete) {
        return new EventSnapshotPage(
                complete.apply(page.map(event -> event.snapshot(taken.applyAsInt(event)))
                        .getContent()),
                new Numbers(page.getNumber(), page.getSize(), page.getTotalElements(), page.getTotalPages()));
    }
}
