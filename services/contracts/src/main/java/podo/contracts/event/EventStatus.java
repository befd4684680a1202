package podo.contracts.event;

/** What a fan can do about a show; worked out when it is read. */
public enum EventStatus {
    DRAFT,
    ANNOUNCED,
    LOBBY,
    ON_SALE,
    SOLD_OUT,
    ENDED,
    CANCELLED
}
