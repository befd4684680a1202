package podo.reservation.waitingroom.script;

/**
 * What a tick needs to know, in the order of its {@code ARGV}. Times are epoch milliseconds, durations milliseconds.
 *
 * @param rate fans per second
 * @param cap slots at most
 * @param sellable seats that can still be sold, -1 when unknown
 * @param allowedInside fans inside that so many seats allow
 * @param lever OPEN, PAUSED, DRAINING, CLOSED, or UNKNOWN while the sellable seats are unknown
 * @param throttle share of the rate, above 0 to 1
 * @param closed by hand, or because the sale is over
 */
public record TickCommand(
        long intervalMillis,
        int rate,
        int cap,
        long sellable,
        long allowedInside,
        long silenceInLineMillis,
        String lever,
        double throttle,
        boolean closed,
        long lobbyOpensAt,
        long onSaleAt,
        long silenceInLobbyMillis) {

    Object[] args() {
        return new Object[] {
            intervalMillis,
            rate,
            cap,
            sellable,
            allowedInside,
            silenceInLineMillis,
            lever,
            throttle,
            closed ? 1 : 0,
            lobbyOpensAt,
            onSaleAt,
            silenceInLobbyMillis
        };
    }
}
