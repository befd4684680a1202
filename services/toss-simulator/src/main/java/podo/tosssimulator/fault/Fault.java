package podo.tosssimulator.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is set.
 *
 * @param call which operation it affects; ignored for webhooks
 * @param orderId the only order it affects, or null for all
 * @param count how many more times it applies, or null for always
 * @param share the share of calls that it affects, 0 to 1
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

    boolean matches(List<FaultKind> kinds, @Nullable TossOperation call, @Nullable String orderId) {
        return kinds.contains(kind)
                && (!kind.affectsCalls() || this.call == call)
                && (this.orderId == null || this.orderId.equals(orderId));
    }

    Fault withOneUseLess() {
        return count == null ? this : new Fault(id, kind, call, orderId, count - 1, share, millis, status, code);
    }

    boolean isUsedUp() {
        return count != null && count <= 0;
    }
}
