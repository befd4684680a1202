package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of scripted fans.
 *
 * @param enabled whether they may come at all
 * @param fans at most, {@code seats} at most
 * @param longest how long they play at most
 * @param beforeSales they do not come when a sale opens within this time
 * @param busyFrom so many fans in the lines of real sales together, waiting or inside, and they do not come
 */
@ConfigurationProperties("podo.rehearsal.scripted")
record ScriptedSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200") int fans,
        @DefaultValue("60") int seats,
        @DefaultValue("2m") Duration longest,
        @DefaultValue("10m") Duration beforeSales,
        @DefaultValue("1") int busyFrom) {

    private static final int MOST_FANS = 300;
    private static final int MOST_SEATS = 500;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    ScriptedSettings {
        if (fans < 1 || fans > MOST_FANS || seats < 1 || seats > MOST_SEATS || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "podo.rehearsal.scripted: 1 to 300 fans, 1 to 500 seats, 2m at the longest");
        }
    }
}
