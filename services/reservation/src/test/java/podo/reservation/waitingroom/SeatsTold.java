package podo.reservation.waitingroom;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import java.util.List;

/** What a mocked inventory answers while the line is ticking. */
final class SeatsTold {

    private static final long NO_EVENT = -1;

    private SeatsTold() {}

    static void plenty(AvailabilityClient inventory) {
        tell(inventory, new AvailabilityClient.Availability(1_000, 1_000, 0, List.of()));
    }

    static void tell(AvailabilityClient inventory, long event, AvailabilityClient.Availability seats) {
        do {
            when(inventory.availability(event)).thenReturn(seats);
        } while (!seats.equals(inventory.availability(event)));
    }

    /** Mockito may take the ticker's question of that moment for the one that is stubbed: it is looked at, and said again. */
    static void tell(AvailabilityClient inventory, AvailabilityClient.Availability seats) {
        do {
            when(inventory.availability(anyLong())).thenReturn(seats);
        } while (!seats.equals(inventory.availability(NO_EVENT)));
    }
}
