package podo.contracts.event;

import podo.contracts.Message;

/** Sent by the event service; the key is the event id. */
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
