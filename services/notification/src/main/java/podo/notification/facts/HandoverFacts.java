package podo.notification.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who handed which seats to whom, as reservation tells it. */
public record HandoverFacts(long giverId, @Nullable Long receiverId, List<Long> seatIds) {}
