package podo.contracts.payment;

import podo.contracts.Message;

/** Said by the payment service, keyed by the order. */
public sealed interface PaymentMessage extends Message
        permits PaymentApproved, PaymentFailed, PaymentUnknown, PaymentCancelled {

    String TOPIC = "podo.payment";

    String orderId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return orderId();
    }
}
