package podo.reservation.booking.move;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory", types = InventoryMoveClient.class)
class MoveClientConfiguration {}
