package podo.contracts.event;

import podo.contracts.Message;

/** Said by the event service, keyed by the event. */
public sealed interface EventMessage extends Message permits EventPublished, EventChanged, EventCancelled {

    String TOPIC = "podo.event";

    long eventId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return Long.toString(eventId());
    }
}
