package podo.inventory.hold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param time how long a hold lasts
 * @param beforePassEnds a hold ends at least this long before its pass
 * @param extension how much longer a hold lasts after an extension
 * @param pin how long a hold lasts at least from the moment at which its payment starts
 * @param strategy which doorman and judge decide
 * @param returnWithin refunded seats go out at a random moment within this time, but not in its first sixth: those who
 *     asked to be told of them are told at once
 * @param lockWait how long a fan waits for seat locks before being refused (strategy {@code distributed})
 * @param lockLease how long seat locks live without their holder (strategy {@code distributed})
 * @param perMinute how many holds a fan may ask for in a minute
 * @param burst how many of them at once
 * @param undefended lets the service start with strategy {@code none}, which is there to be measured and not to sell with
 */
@ConfigurationProperties("podo.hold")
record HoldSettings(
        @DefaultValue("5m") Duration time,
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

    HoldSettings {
        if (strategy == HoldStrategy.NONE && !undefended) {
            throw new IllegalArgumentException(
                    "podo.hold.strategy=none sheds no crowd and is for tests and benchmarks: choose another, or say podo.hold.undefended=true");
        }
    }
}
