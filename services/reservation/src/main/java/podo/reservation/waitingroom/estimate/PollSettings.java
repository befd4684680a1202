package podo.reservation.waitingroom.estimate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often those who wait ask for their place.
 *
 * @param perSecond so many fans of one line are to ask in a second, over all instances; more of them ask less often
 * @param longest the longest pause; well below {@code podo.room.silence-in-line}
 */
@ConfigurationProperties("podo.room.poll")
record PollSettings(
        @DefaultValue("400") int perSecond,
        @DefaultValue("60s") Duration longest) {

    PollSettings {
        if (perSecond < 1) {
            throw new IllegalArgumentException("podo.room.poll.per-second: at least 1");
        }
    }
}
