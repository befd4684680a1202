package podo.inventory.area;

/** The area has fewer places left than were claimed, or another revision; the transaction is rolled back. */
public class AreaShort extends RuntimeException {

    public AreaShort() {
        super("an area has too few places", null, false, false);
    }
}
