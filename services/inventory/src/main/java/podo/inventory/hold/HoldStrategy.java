package podo.inventory.hold;

/** How seats are held: which doorman turns fans away before the transaction, and how the database decides in it. */
public enum HoldStrategy {
    /** No doorman; a conditional UPDATE decides. */
    NONE,
    /** No doorman; reads rows with their version and writes if it is unchanged, else tries again. */
    OPTIMISTIC,
    /** No doorman; locks the rows, then checks and writes them. */
    PESSIMISTIC,
    /** Redisson locks per seat around the transaction; a conditional UPDATE decides. */
    DISTRIBUTED,
    /** One Redis script marks all seats or none; a conditional UPDATE decides. */
    ATOMIC
}
