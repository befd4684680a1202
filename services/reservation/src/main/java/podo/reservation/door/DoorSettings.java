package podo.reservation.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param opensBefore how long before its start an event's tickets let people in
 * @param listedFor how long after its start an event is offered at the door
 */
@ConfigurationProperties("podo.door")
record DoorSettings(
        @DefaultValue("12h") Duration opensBefore,
        @DefaultValue("2d") Duration listedFor) {}
