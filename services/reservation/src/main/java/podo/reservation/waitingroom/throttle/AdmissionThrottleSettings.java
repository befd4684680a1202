package podo.reservation.waitingroom.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Beyond which values admission is lowered.
 *
 * @param slowCheckout p95 of opening a booking
 * @param slowNeighbour p95 of holds in inventory and of confirms in payment
 * @param unknownShare share of payments that the bank did not decide
 * @param busyPool share of database connections in use, in any of the services
 * @param silence how long inventory or payment, once it has answered, may stay silent
 */
@ConfigurationProperties("podo.room.brake")
record AdmissionThrottleSettings(
        @DefaultValue("2s") Duration slowCheckout,
        @DefaultValue("3s") Duration slowNeighbour,
        @DefaultValue("0.2") double unknownShare,
        @DefaultValue("0.9") double busyPool,
        @DefaultValue("5s") Duration silence) {

    boolean suffers(LocalHealth.Sample sample) {
        return sample.checkoutMillis() > slowCheckout.toMillis()
                || sample.unknownShare() > unknownShare
                || sample.busyPool() > busyPool;
    }

    boolean suffers(ServiceHealth health) {
        return Boolean.FALSE.equals(health.open())
                || health.p95Millis() > slowNeighbour.toMillis()
                || health.troubledShare() != null && health.troubledShare() > unknownShare
                || health.busyPool() > busyPool;
    }
}
