package podo.event.show;

/** What a fan can do about a show; worked out when it is read. */
enum EventStatus {
    DRAFT,
    ANNOUNCED,
    LOBBY,
    ON_SALE,
    SOLD_OUT,
    ENDED,
    CANCELLED
}
