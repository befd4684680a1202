package podo.inventory.seat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of seats and the seat map.
 *
 * @param accessibleKept how long before the show accessible and companion seats are no longer kept for fans who ask for them
 * @param stateAge the map is read again after this time, in case a change was not published
 * @param layoutAge how long Redis keeps a layout
 */
@ConfigurationProperties("podo.seat")
public record SeatSettings(
        @DefaultValue("24h") Duration accessibleKept,
        @DefaultValue("5s") Duration stateAge,
        @DefaultValue("6h") Duration layoutAge) {}
