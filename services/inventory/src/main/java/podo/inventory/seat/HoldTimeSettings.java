package podo.inventory.seat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param time how long seats are held where the event does not say */
@ConfigurationProperties("podo.hold")
public record HoldTimeSettings(@DefaultValue("5m") Duration time) {

    public Duration of(Hall hall) {
        return hall.holdSeconds() == null ? time : Duration.ofSeconds(hall.holdSeconds());
    }
}
