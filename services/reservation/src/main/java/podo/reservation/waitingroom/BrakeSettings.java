package podo.reservation.waitingroom;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the line slows down because buying suffers.
 *
 * @param slowCheckout one checkout of twenty takes longer than this
 * @param unknownShare the share of payments to which the bank gave no answer
 * @param busyPool the share of database connections in use
 */
@ConfigurationProperties("podo.room.brake")
record BrakeSettings(
        @DefaultValue("2s") Duration slowCheckout,
        @DefaultValue("0.2") double unknownShare,
        @DefaultValue("0.9") double busyPool) {

    boolean suffers(Signals.Seen seen) {
        return seen.checkoutMillis() > slowCheckout.toMillis()
                || seen.unknownShare() > unknownShare
                || seen.busyPool() > busyPool;
    }
}
