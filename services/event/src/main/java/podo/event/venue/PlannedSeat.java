package podo.event.venue;

/**
 * One seat of a venue.
 *
 * @param seq from 1, in the order of the sections and rows
 * @param x distance from the left edge; ten units are the width of a seat
 * @param y distance from the stage, in the same unit
 */
public record PlannedSeat(int seq, String section, String row, int number, boolean accessible, int x, int y) {}
