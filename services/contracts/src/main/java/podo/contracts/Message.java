package podo.contracts;

/** Something that has happened, told to whom it may concern: on the speaker's topic, in order per key. */
public interface Message {

    /** The speaker's Kafka topic, such as {@code podo.payment}. */
    String topic();

    /** The id of the aggregate it is about; messages of one key arrive in the order in which they were said. */
    String key();
}
