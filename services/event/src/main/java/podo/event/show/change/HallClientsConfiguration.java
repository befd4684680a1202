package podo.event.show.change;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The HTTP client of inventory, by its name in the registry. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory", types = HallClient.class)
class HallClientsConfiguration {}
