package podo.reservation.waitingroom.estimate;

/** The range of a wait in seconds, both ends included; nine waits of ten lie in it. */
public record WaitRange(long from, long to) {}
