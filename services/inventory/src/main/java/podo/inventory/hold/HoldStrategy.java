package podo.inventory.hold;

/** The ways in which seats can be taken: who sheds the crowd, and how the database judges. */
enum HoldStrategy {
    /** Nobody sheds the crowd; the judge alone. */
    NONE,
    /** Read with a version, write if it is still the same, else try again. */
    OPTIMISTIC,
    /** Lock the rows, then look at them. */
    PESSIMISTIC,
    /** Redisson locks per seat around the transaction. */
    DISTRIBUTED,
    /** One Redis script takes all seats or none, the judge confirms. */
    ATOMIC
}
