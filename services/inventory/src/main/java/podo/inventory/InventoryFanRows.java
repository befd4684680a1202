package podo.inventory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.fan.FanRows;

/** What this service keeps under an account's number. */
@Configuration(proxyBeanMethods = false)
class InventoryFanRows {

    @Bean
    FanRows holdRows() {
        return new FanRows("holds", """
                SELECT id AS holdId, event_id AS eventId, seat_ids AS seatIds, total, status, held_until AS heldUntil,
                       created_at AS createdAt
                FROM hold WHERE fan_id = :fan ORDER BY created_at
                """);
    }
}
