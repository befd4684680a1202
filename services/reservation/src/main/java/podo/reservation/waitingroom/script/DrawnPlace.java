package podo.reservation.waitingroom.script;

/** A fan's place on the drawn list; number 1 is first. */
public record DrawnPlace(long number, String ticketId, long fanId) {}
