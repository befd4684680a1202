package podo.tosssimulator.fault;

/** The calls of the shop, as faults distinguish them. */
public enum TossOperation {
    CONFIRM,
    CANCEL,
    LOOKUP
}
