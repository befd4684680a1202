package podo.contracts.inventory;

/** What a seat looks like from outside; {@code letter} is its character in the map's state. */
public enum SeatState {
    AVAILABLE('a'),
    HELD('h'),
    SOLD('s'),
    BLOCKED('b');

    private final char letter;

    SeatState(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    /** The state of a letter; what is no letter of ours counts as {@link #BLOCKED}. */
    public static SeatState of(byte letter) {
        return switch (letter) {
            case 'a' -> AVAILABLE;
            case 'h' -> HELD;
            case 's' -> SOLD;
            default -> BLOCKED;
        };
    }
}
