package podo.reservation.booking.order.history;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "payment", types = PaymentHistoryClient.class)
class PaymentHistoryConfiguration {}
