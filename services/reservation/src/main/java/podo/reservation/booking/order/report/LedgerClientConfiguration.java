package podo.reservation.booking.order.report;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "payment", types = LedgerClient.class)
class LedgerClientConfiguration {}
