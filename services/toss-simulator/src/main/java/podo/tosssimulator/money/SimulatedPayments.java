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

/** All payments, in memory and in the journal. */
@Component
public class SimulatedPayments {

    private final Journal journal;
    private final Map<String, SimulatedPayment> byKey = new ConcurrentHashMap<>();
    private final Map<String, List<String>> keysOfOrder = new ConcurrentHashMap<>();

    SimulatedPayments(Journal journal) {
        this.journal = journal;
        journal.readAll("payment", SimulatedPayment.class).forEach(this::index);
    }

    void save(SimulatedPayment payment) {
        journal.append("payment", payment.paymentKey(), payment);
        index(payment);
    }

    public Optional<SimulatedPayment> findByKey(String paymentKey) {
        return Optional.ofNullable(byKey.get(paymentKey));
    }

    /** Oldest first. */
    public List<SimulatedPayment> findByOrder(String orderId) {
        List<SimulatedPayment> payments = new ArrayList<>();
        for (String key : keysOfOrder.getOrDefault(orderId, List.of())) {
            findByKey(key).ifPresent(payments::add);
        }
        return payments;
    }

    /** What Toss's look-up by order shows. That it is the captured payment, otherwise the newest, is an assumption. */
    public Optional<SimulatedPayment> findForOrder(String orderId) {
        return findByOrder(orderId).stream()
                .max(Comparator.comparing(SimulatedPayment::isCaptured).thenComparing(SimulatedPayment::requestedAt));
    }

    public Collection<SimulatedPayment> findAll() {
        return List.copyOf(byKey.values());
    }

    private void index(SimulatedPayment payment) {
        if (byKey.put(payment.paymentKey(), payment) == null) {
            keysOfOrder
                    .computeIfAbsent(payment.orderId(), order -> new CopyOnWriteArrayList<>())
                    .add(payment.paymentKey());
        }
    }
}
