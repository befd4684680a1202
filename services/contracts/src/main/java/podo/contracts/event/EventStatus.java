package podo.contracts.event;

/** What a fan can do with a show; computed on each read, never stored. */
public enum EventStatus {
    DRAFT,
    ANNOUNCED,
    LOBBY,
    ON_SALE,
    SOLD_OUT,
    ENDED,
    CANCELLED
}
