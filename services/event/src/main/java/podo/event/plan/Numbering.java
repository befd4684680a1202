package podo.event.plan;

import java.util.stream.IntStream;

/** In which order the seats of a row are numbered, as seen by somebody who looks to the stage. */
public enum Numbering {
    /** 1, 2, 3 … from the left. */
    UP,
    /** From the right, so that the left end has the highest number. */
    DOWN,
    /** From the middle outwards: odd numbers to the left, even ones to the right. */
    ODD_LEFT,
    /** From the middle outwards: even numbers to the left, odd ones to the right. */
    ODD_RIGHT,
    /** 1 in the middle, then by turns right and left of it. */
    MIDDLE,
    /** 1, 3, 5 … from the left. */
    ODD,
    /** 2, 4, 6 … from the left. */
    EVEN;

    /**
     * The numbers of a row from left to right.
     *
     * @param left how many seats are left of the middle, where a numbering from the middle outwards begins
     */
    public int[] of(int seats, int left) {
        return IntStream.range(0, seats)
                .map(place -> number(place, seats, left))
                .toArray();
    }

    private int number(int place, int seats, int left) {
        return switch (this) {
            case UP -> place + 1;
            case DOWN -> seats - place;
            case ODD -> 2 * place + 1;
            case EVEN -> 2 * place + 2;
            case ODD_LEFT -> place < left ? 2 * (left - place) - 1 : 2 * (place - left) + 2;
            case ODD_RIGHT -> place < left ? 2 * (left - place) : 2 * (place - left) + 1;
            case MIDDLE -> fromMiddle(place - (seats - 1) / 2);
        };
    }

    private static int fromMiddle(int distance) {
        return distance > 0 ? 2 * distance : 1 - 2 * distance;
    }
}
