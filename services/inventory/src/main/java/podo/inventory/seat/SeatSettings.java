package podo.inventory.seat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param accessibleKept how long before the show accessible and companion seats stop being kept for those who need them
 * @param stateAge how old the map may get without being read anew, should a change not have been announced
 * @param layoutAge how long Redis keeps a layout that nobody asks for
 */
@ConfigurationProperties("podo.seat")
record SeatSettings(
        @DefaultValue("24h") Duration accessibleKept,
        @DefaultValue("5s") Duration stateAge,
        @DefaultValue("6h") Duration layoutAge) {}
