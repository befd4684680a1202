package podo.reservation.waitingroom.throttle;

import podo.reservation.waitingroom.availability.AvailabilityClient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration("waitingRoomNeighbours")
@ImportHttpServices(
        group = "inventory",
        types = {AvailabilityClient.class, ServiceHealth.OfInventory.class})
@ImportHttpServices(group = "payment", types = ServiceHealth.OfPayment.class)
class HealthClientsConfiguration {}
