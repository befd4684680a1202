package podo.tosssimulator.fault;

/** What the shop can ask of the bank. */
public enum TossOperation {
    CONFIRM,
    CANCEL,
    LOOKUP
}
