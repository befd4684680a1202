package podo.tosssimulator.window;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters with which the shop opens the window; named as in Toss's SDK. */
record WindowRequest(
        @Nullable String orderId,
        @Nullable Long amount,
        @Nullable String orderName,
        @Nullable String successUrl,
        @Nullable String failUrl) {

    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_=-]{6,64}");

    String requireOrderId() {
        if (orderId == null || !ORDER_ID.matcher(orderId).matches()) {
            throw new InvalidWindowRequest("orderId: 6 to 64 characters of A-Z a-z 0-9 - _ =");
        }
        return orderId;
    }

    long requireAmount() {
        if (amount == null || amount <= 0) {
            throw new InvalidWindowRequest("amount: a whole number of won above 0");
        }
        return amount;
    }

    String requireName() {
        String name = orderName == null || orderName.isBlank() ? "Podo" : orderName;
        if (name.length() > 100) {
            throw new InvalidWindowRequest("orderName: at most 100 characters");
        }
        return name;
    }
}
