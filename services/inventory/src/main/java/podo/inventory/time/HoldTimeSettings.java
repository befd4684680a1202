package podo.inventory.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param time how long seats are held where the event does not say */
@ConfigurationProperties("podo.hold")
public record HoldTimeSettings(@DefaultValue("5m") Duration time) {

    /** @param holdSeconds what the event says, null when it says nothing */
    public Duration of(@Nullable Integer holdSeconds) {
        return holdSeconds == null ? time : Duration.ofSeconds(holdSeconds);
    }
}
