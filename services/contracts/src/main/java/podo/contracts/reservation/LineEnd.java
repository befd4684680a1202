package podo.contracts.reservation;

/** Why a line is closed. */
public enum LineEnd {
    EVENT_CANCELLED,
    SALE_OVER,
    SOLD_OUT,
    /** By the organiser's lever. */
    LINE_CLOSED
}
