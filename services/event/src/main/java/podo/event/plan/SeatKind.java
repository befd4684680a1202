package podo.event.plan;

/** Whom a seat is kept for. */
public enum SeatKind {
    ACCESSIBLE,
    COMPANION
}
