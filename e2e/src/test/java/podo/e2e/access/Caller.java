package podo.e2e.access;

/** The columns of {@code docs/endpoints.md}, in its order. */
public enum Caller {
    NOBODY,
    FAN,
    OTHER_FAN,
    ORGANISER,
    OTHER_ORGANISER,
    OPERATOR,
    SERVICE
}
