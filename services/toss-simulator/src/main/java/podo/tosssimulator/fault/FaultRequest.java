package podo.tosssimulator.fault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A requested fault; only {@code kind} is required, a missing {@code call} means CONFIRM, {@code millis} 3,000, {@code status} 500. */
public record FaultRequest(
        FaultKind kind,
        @Nullable TossOperation call,
        @Nullable String orderId,
        @Nullable Integer count,
        @Nullable Double share,
        @Nullable Long millis,
        @Nullable Integer status,
        @Nullable String code) {

    private static final long LONGEST_MILLIS = 600_000;

    /** A fault of the next confirm of one order. */
    public static FaultRequest once(FaultKind kind, String orderId, long millis) {
        return new FaultRequest(kind, TossOperation.CONFIRM, orderId, 1, 1.0, millis, null, null);
    }

    Fault toFault() {
        if (kind == null || (share != null && !(share >= 0 && share <= 1)) || (count != null && count < 1)) {
            throw new IllegalArgumentException("kind is required, share is 0 to 1, count at least 1");
        }
        if ((millis != null && (millis < 0 || millis > LONGEST_MILLIS))
                || (status != null && (status < 400 || status > 599))) {
            throw new IllegalArgumentException("millis is 0 to 600,000, status 400 to 599");
        }
        return new Fault(
                UUID.randomUUID().toString(),
                kind,
                call == null ? TossOperation.CONFIRM : call,
                orderId == null || orderId.isBlank() ? null : orderId,
                count,
                share == null ? 1 : share,
                millis == null ? 3_000 : millis,
                status == null ? 500 : status,
                code == null || code.isBlank() ? "FAILED_INTERNAL_SYSTEM_PROCESSING" : code);
    }
}
