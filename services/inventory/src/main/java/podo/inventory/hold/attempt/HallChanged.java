package podo.inventory.hold.attempt;

/** The hold was checked against an older revision of the hall than the database has: check it again. */
class HallChanged extends RuntimeException {

    HallChanged() {
        super("the hall has another revision", null, false, false);
    }
}
