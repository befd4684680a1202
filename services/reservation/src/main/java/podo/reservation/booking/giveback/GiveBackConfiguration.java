package podo.reservation.booking.giveback;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory", types = InventoryGiveBackClient.class)
class GiveBackConfiguration {}
