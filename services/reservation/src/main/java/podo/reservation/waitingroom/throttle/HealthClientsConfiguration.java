package podo.reservation.waitingroom.throttle;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "inventory", types = ServiceHealth.InventoryHealthClient.class)
@ImportHttpServices(group = "payment", types = ServiceHealth.PaymentHealthClient.class)
class HealthClientsConfiguration {}
