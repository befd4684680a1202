package podo.reservation.door;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import podo.reservation.door.DoorShows.DoorShow;

/**
 * @param opensBefore how long before its start an event's tickets let people in when its organiser does not say when the doors open
 * @param listedFor how long after its start an event is offered at the door
 * @param namesBefore how long before the start of an event its list names who holds the tickets
 * @param namesAfter how long after its start; then phones forget the names
 */
@ConfigurationProperties("podo.door")
record DoorSettings(
        @DefaultValue("12h") Duration opensBefore,
        @DefaultValue("2d") Duration listedFor,
        @DefaultValue("2d") Duration namesBefore,
        @DefaultValue("12h") Duration namesAfter) {

    boolean isNamed(DoorShow show, Instant now) {
        return !show.cancelled() && now.isAfter(show.startsAt().minus(namesBefore)) && now.isBefore(namesUntil(show));
    }

    Instant namesUntil(DoorShow show) {
        return show.startsAt().plus(namesAfter);
    }
}
