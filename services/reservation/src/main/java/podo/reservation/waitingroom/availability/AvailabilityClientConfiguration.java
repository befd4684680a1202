package podo.reservation.waitingroom.availability;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "inventory", types = AvailabilityClient.class)
class AvailabilityClientConfiguration {}
