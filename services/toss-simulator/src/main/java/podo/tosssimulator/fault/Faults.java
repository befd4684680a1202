package podo.tosssimulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faults that are set now. They are not remembered over a restart: a new bank is a healthy one. */
@Component
public class Faults {

    private final List<Fault> faults = new ArrayList<>();
    private Random dice = new Random();

    /** The first fault of these kinds that strikes now, counted down. */
    public Optional<Fault> strike(TossOperation call, @Nullable String orderId, FaultKind... kinds) {
        return strike(List.of(kinds), call, orderId);
    }

    /** The same for webhooks. */
    public boolean strikesWebhook(String orderId, FaultKind kind) {
        return strike(List.of(kind), null, orderId).isPresent();
    }

    public synchronized Fault set(FaultRequest wish) {
        Fault fault = wish.granted();
        faults.add(fault);
        return fault;
    }

    synchronized List<Fault> now() {
        return List.copyOf(faults);
    }

    synchronized void heal() {
        faults.clear();
    }

    synchronized boolean heal(String id) {
        return faults.removeIf(fault -> fault.id().equals(id));
    }

    /** From here on the shares fall the same way each time. */
    synchronized void seed(long seed) {
        dice = new Random(seed);
    }

    private synchronized Optional<Fault> strike(
            List<FaultKind> kinds, @Nullable TossOperation call, @Nullable String orderId) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.meets(kinds, call, orderId) && dice.nextDouble() < fault.share()) {
                Fault after = fault.struck();
                if (after.spent()) {
                    faults.remove(i);
                } else {
                    faults.set(i, after);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
