package podo.reservation.waitingroom.rehearsal.simulation;

/** @param rate fans let in a second, {@code cap} inside at once, {@code holdSeconds} how long seats are held */
public record SaleSetting(int rate, int cap, int holdSeconds) {}
