package podo.reservation.booking.order.mail;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "notification", types = OrderMailClient.class)
class OrderMailConfiguration {}
