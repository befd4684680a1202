package podo.inventory.hold;

/** The hold was prepared with an older picture of the hall than the database has: prepare it anew. */
class HallChanged extends RuntimeException {

    HallChanged() {
        super("the hall was changed", null, false, false);
    }
}
