package podo.tosssimulator.money;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import podo.tosssimulator.journal.Journal;

/** Every payment there ever was, in memory and in the journal. */
@Component
public class SimulatedPayments {

    private final Journal journal;
    private final Map<String, SimulatedPayment> byKey = new ConcurrentHashMap<>();
    private final Map<String, List<String>> keysOfOrder = new ConcurrentHashMap<>();

    SimulatedPayments(Journal journal) {
        this.journal = journal;
        journal.recall("payment", SimulatedPayment.class).forEach(this::remember);
    }

    void save(SimulatedPayment payment) {
        journal.write("payment", payment.paymentKey(), payment);
        remember(payment);
    }

    public Optional<SimulatedPayment> withKey(String paymentKey) {
        return Optional.ofNullable(byKey.get(paymentKey));
    }

    /** Oldest first. */
    public List<SimulatedPayment> ofOrder(String orderId) {
        List<SimulatedPayment> payments = new ArrayList<>();
        for (String key : keysOfOrder.getOrDefault(orderId, List.of())) {
            withKey(key).ifPresent(payments::add);
        }
        return payments;
    }

    /**
     * What a look-up by order shows: the payment that captured money, else the newest. That there is one payment per
     * order in the real look-up, and which of several, is an assumption.
     */
    public Optional<SimulatedPayment> shownForOrder(String orderId) {
        return ofOrder(orderId).stream()
                .max(Comparator.comparing(SimulatedPayment::isCaptured).thenComparing(SimulatedPayment::requestedAt));
    }

    public Collection<SimulatedPayment> all() {
        return List.copyOf(byKey.values());
    }

    private void remember(SimulatedPayment payment) {
        if (byKey.put(payment.paymentKey(), payment) == null) {
            keysOfOrder
                    .computeIfAbsent(payment.orderId(), order -> new CopyOnWriteArrayList<>())
                    .add(payment.paymentKey());
        }
    }
}
