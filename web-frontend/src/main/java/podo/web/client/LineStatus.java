package podo.web.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.LineEnd;

/**
 * The state of one line at the moment {@code at}; the same for all fans who wait in it.
 *
 * @param state LOBBY, OPEN, PAUSED, DRAINING or CLOSED
 * @param lobby number of fans who wait for the draw
 * @param sellable number of seats that can still be sold, null when unknown
 * @param closedBecause only with CLOSED
 * @param rebuilt whether the line lost its data and was restored from the database and from receipts
 */
public record LineStatus(
        String state,
        @Nullable Long serving,
        @Nullable Long waiting,
        @Nullable Long inside,
        @Nullable Long lobby,
        @Nullable Double ratePerSecond,
        @Nullable String binding,
        @Nullable List<LinePlace.SeatsLeft> seatsLeft,
        @Nullable Long sellable,
        @Nullable Boolean rebuilt,
        @Nullable Instant at,
        @Nullable LineEnd closedBecause) {}
