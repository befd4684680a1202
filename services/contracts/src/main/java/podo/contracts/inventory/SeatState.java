package podo.contracts.inventory;

/** A seat's state in the API; {@code letter} is its character in the compact state of the seat map. */
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

    /** The state of a letter; an unknown letter is {@link #BLOCKED}. */
    public static SeatState of(byte letter) {
        return switch (letter) {
            case 'a' -> AVAILABLE;
            case 'h' -> HELD;
            case 's' -> SOLD;
            default -> BLOCKED;
        };
    }
}
