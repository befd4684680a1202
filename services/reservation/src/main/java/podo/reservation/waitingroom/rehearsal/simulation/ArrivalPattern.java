package podo.reservation.waitingroom.rehearsal.simulation;

/** When fans come: a share waits in the lobby, the others come within a given time after the sale has opened. */
public enum ArrivalPattern {

    /** Three in five wait in the lobby; of the others most come at once, 88 % within half of the time. */
    RUSH(0.6) {
        @Override
        double quantile(double share) {
            return -Math.log(1 - share * (1 - Math.exp(-STEEPNESS))) / STEEPNESS;
        }
    },

    /** One in ten waits in the lobby; the others are equally likely at each moment. */
    SPREAD(0.1) {
        @Override
        double quantile(double share) {
            return share;
        }
    };

    private static final double STEEPNESS = 4;

    private final double inLobby;

    ArrivalPattern(double inLobby) {
        this.inLobby = inLobby;
    }

    /** The share of the time by which this share of those who come later is there. */
    abstract double quantile(double share);

    int lobby(int fans) {
        return (int) Math.round(fans * inLobby);
    }
}
