package podo.event.show;

/** What the organiser has done with an event so far; stored in the column {@code state}. */
public enum EventState {
    DRAFT,
    PUBLISHED,
    CANCELLED
}
