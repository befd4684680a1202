package podo.tosssimulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faults that are set. They are kept in memory only, so a restarted simulator has none. */
@Component
public class Faults {

    private final List<Fault> faults = new ArrayList<>();
    private Random random = new Random();

    /** Takes the first fault of these kinds that applies to the call, and uses it up by one. */
    public Optional<Fault> take(TossOperation call, @Nullable String orderId, FaultKind... kinds) {
        return take(List.of(kinds), call, orderId);
    }

    /** The same for webhooks. @return whether the fault applies */
    public boolean takeForWebhook(String orderId, FaultKind kind) {
        return take(List.of(kind), null, orderId).isPresent();
    }

    public synchronized Fault set(FaultRequest request) {
        Fault fault = request.toFault();
        faults.add(fault);
        return fault;
    }

    synchronized List<Fault> list() {
        return List.copyOf(faults);
    }

    synchronized void removeAll() {
        faults.clear();
    }

    synchronized boolean remove(String id) {
        return faults.removeIf(fault -> fault.id().equals(id));
    }

    /** Makes the calls that a share affects repeatable from here on. */
    synchronized void seed(long seed) {
        random = new Random(seed);
    }

    private synchronized Optional<Fault> take(
            List<FaultKind> kinds, @Nullable TossOperation call, @Nullable String orderId) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.matches(kinds, call, orderId) && random.nextDouble() < fault.share()) {
                Fault remaining = fault.withOneUseLess();
                if (remaining.isUsedUp()) {
                    faults.remove(i);
                } else {
                    faults.set(i, remaining);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
