package podo.contracts;

/** An event that a service publishes on its Kafka topic. Consumers must tolerate repeated, late and unknown messages. */
public interface Message {

    /** The sender's Kafka topic, such as {@code podo.payment}. */
    String topic();

    /** The id of the aggregate; messages with the same key arrive in the order in which they were sent. */
    String key();
}
