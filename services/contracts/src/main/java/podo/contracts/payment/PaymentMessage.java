package podo.contracts.payment;

import podo.contracts.Message;

/** Sent by payment; the key is the order id. */
public sealed interface PaymentMessage extends Message
        permits PaymentApproved, PaymentFailed, PaymentUnknown, PaymentCancelled, PaymentReturned {

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
