package podo.inventory.hold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of holds; how long one lasts is in {@link podo.inventory.time.HoldTimeSettings}.
 *
 * @param beforePassEnds a hold ends at least this long before its pass
 * @param extension how much longer a hold lasts after an extension
 * @param pin how long a hold lasts at least from the start of its payment
 * @param strategy which doorman and judge are used
 * @param returnWithin refunded seats become available at a random moment within this time, but not in its first sixth; fans who
 *     asked for a notification get it at once
 * @param lockWait how long a fan waits for seat locks before being refused (strategy {@code distributed})
 * @param lockLease after this time a seat lock is lost (strategy {@code distributed})
 * @param perMinute how many holds a fan may request per minute
 * @param burst how many of them at once
 * @param undefended lets the service start with strategy {@code none}, which is only for tests and benchmarks
 */
@ConfigurationProperties("podo.hold")
public record HoldSettings(
        @DefaultValue("90s") Duration beforePassEnds,
        @DefaultValue("5m") Duration extension,
        @DefaultValue("90s") Duration pin,
        @DefaultValue("atomic") HoldStrategy strategy,
        @DefaultValue("60s") Duration returnWithin,
        @DefaultValue("2s") Duration lockWait,
        @DefaultValue("5s") Duration lockLease,
        @DefaultValue("60") int perMinute,
        @DefaultValue("30") int burst,
        @DefaultValue("false") boolean undefended) {

    public HoldSettings {
        if (strategy == HoldStrategy.NONE && !undefended) {
            throw new IllegalArgumentException(
                    "podo.hold.strategy=none has no doorman and is only for tests and benchmarks: choose another, or set podo.hold.undefended=true");
        }
    }
}
