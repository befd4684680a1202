package podo.reservation.waitingroom;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration("waitingRoomNeighbours")
@ImportHttpServices(
        group = "inventory",
        types = {Inventory.class, NeighbourPulse.OfInventory.class})
@ImportHttpServices(group = "payment", types = NeighbourPulse.OfPayment.class)
class Neighbours {}
