package podo.reservation.booking.giveback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code podo.give-back}.
 *
 * @param offerTime how long a seat that was offered back is held for one fan; less when the sale ends before
 * @param every the pause between two looks for seats to offer and offers that have ended
 */
@ConfigurationProperties("podo.give-back")
record GiveBackSettings(
        @DefaultValue("15m") Duration offerTime,
        @DefaultValue("2s") Duration every) {}
