package podo.event.venue;

/**
 * A place in a hall.
 *
 * @param seq from 1, in the order of the plan
 * @param x across, {@code y} away from the stage; ten units are one seat's width
 */
public record PlannedSeat(int seq, String section, String row, int number, boolean accessible, int x, int y) {}
