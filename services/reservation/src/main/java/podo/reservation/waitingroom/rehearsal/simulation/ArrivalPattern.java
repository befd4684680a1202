package podo.reservation.waitingroom.rehearsal.simulation;

/** When fans come: a share waits in the lobby, the others come within a given time after the sale has opened. */
public enum ArrivalPattern {

    /** Three in five wait in the lobby; of the others most come at once, 88 % within half of the time. */
    RUSH(0.6) {
        @Override
        double come(double share) {
            return (1 - Math.exp(-STEEPNESS * share)) / (1 - Math.exp(-STEEPNESS));
        }
    },

    /** One in ten waits in the lobby; the others are equally likely at each moment. */
    SPREAD(0.1) {
        @Override
        double come(double share) {
            return share;
        }
    };

    private static final double STEEPNESS = 4;

    private final double inLobby;

    ArrivalPattern(double inLobby) {
        this.inLobby = inLobby;
    }

    /** The share of those who come later that is there, at the mean, after this share of the time. */
    abstract double come(double share);

    /** How many wait in the lobby. */
    public int lobby(int fans) {
        return (int) Math.round(fans * inLobby);
    }
}
