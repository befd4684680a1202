package podo.payment.pg;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A line of the bank's list: one capture, or one cancel.
 *
 * @param transactionKey the cancel's own key; of a capture a key that is not kept here
 * @param status DONE for a capture
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TossTransaction(String transactionKey, String paymentKey, String orderId, String status) {

    public boolean isCapture() {
        return status.equals("DONE");
    }
}
