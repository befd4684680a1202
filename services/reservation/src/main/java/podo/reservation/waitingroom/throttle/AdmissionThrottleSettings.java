package podo.reservation.waitingroom.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the line slows down because buying suffers.
 *
 * @param slowCheckout one checkout of twenty takes longer than this
 * @param slowNeighbour the same for holds and for confirms of payments
 * @param unknownShare the share of payments that the bank did not decide
 * @param busyPool the share of database connections in use, here or at a neighbour
 * @param silence a neighbour that was heard before has not answered for so long
 */
@ConfigurationProperties("podo.room.brake")
record AdmissionThrottleSettings(
        @DefaultValue("2s") Duration slowCheckout,
        @DefaultValue("3s") Duration slowNeighbour,
        @DefaultValue("0.2") double unknownShare,
        @DefaultValue("0.9") double busyPool,
        @DefaultValue("5s") Duration silence) {

    boolean suffers(LocalHealth.Seen seen) {
        return seen.checkoutMillis() > slowCheckout.toMillis()
                || seen.unknownShare() > unknownShare
                || seen.busyPool() > busyPool;
    }

    boolean suffers(ServiceHealth pulse) {
        return Boolean.FALSE.equals(pulse.open())
                || pulse.p95Millis() > slowNeighbour.toMillis()
                || pulse.troubledShare() != null && pulse.troubledShare() > unknownShare
                || pulse.busyPool() > busyPool;
    }
}
