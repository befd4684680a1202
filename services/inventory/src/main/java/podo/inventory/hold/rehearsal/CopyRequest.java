package podo.inventory.hold.rehearsal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A copy of an event's hall.
 *
 * @param seats at most
 */
record CopyRequest(
        @NotNull Long eventId,
        @NotNull @Min(1) @Max(500) Integer seats,
        @NotNull @Min(1) @Max(10) Integer seatsPerFan) {}
