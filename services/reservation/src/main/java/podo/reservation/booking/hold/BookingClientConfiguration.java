package podo.reservation.booking.hold;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "inventory", types = InventoryHoldClient.class)
class BookingClientConfiguration {}
