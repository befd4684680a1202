package podo.inventory.seat.hall;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "event", types = ShowPlanClient.class)
class ShowPlanConfiguration {}
