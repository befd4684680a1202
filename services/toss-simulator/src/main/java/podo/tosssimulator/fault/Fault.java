package podo.tosssimulator.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong.
 *
 * @param call which call it strikes; means nothing for webhooks
 * @param orderId the one order it strikes, or null for all
 * @param count how often it still strikes, or null for always
 * @param share the share of calls it strikes, 0 to 1
 */
public record Fault(
        String id,
        FaultKind kind,
        TossOperation call,
        @Nullable String orderId,
        @Nullable Integer count,
        double share,
        long millis,
        int status,
        String code) {

    boolean meets(List<FaultKind> kinds, @Nullable TossOperation call, @Nullable String orderId) {
        return kinds.contains(kind)
                && (!kind.ofCalls() || this.call == call)
                && (this.orderId == null || this.orderId.equals(orderId));
    }

    Fault struck() {
        return count == null ? this : new Fault(id, kind, call, orderId, count - 1, share, millis, status, code);
    }

    boolean spent() {
        return count != null && count <= 0;
    }
}
