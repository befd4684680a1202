package podo.reservation.door;

import java.time.Instant;

/** A show as the door knows it. */
record DoorShow(long id, String title, String venue, long organiserId, Instant startsAt, boolean cancelled) {}
