package podo.reservation.waitingroom;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration("waitingRoomNeighbours")
@ImportHttpServices(
        group = "inventory",
        types = {AvailabilityClient.class, ServiceHealth.OfInventory.class})
@ImportHttpServices(group = "payment", types = ServiceHealth.OfPayment.class)
class WaitingRoomClients {}
