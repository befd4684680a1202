package podo.reservation.waitingroom.rehearsal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of rehearsals.
 *
 * @param purchasesPerSecond what this installation was measured to bear, by {@code ./podo bench purchases}
 * @param kept how long a result can be read
 */
@ConfigurationProperties("podo.rehearsal")
record RehearsalSettings(
        @DefaultValue("10") double purchasesPerSecond,
        @DefaultValue("1d") Duration kept) {

    RehearsalSettings {
        if (purchasesPerSecond <= 0) {
            throw new IllegalArgumentException("podo.rehearsal.purchases-per-second must be more than 0");
        }
    }
}
