package podo.inventory.seat;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "event", types = ShowPlanClient.class)
class SeatConfiguration {}
