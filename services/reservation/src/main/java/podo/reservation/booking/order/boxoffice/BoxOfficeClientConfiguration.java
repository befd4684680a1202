package podo.reservation.booking.order.boxoffice;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory", types = BoxOfficeHoldClient.class)
@ImportHttpServices(group = "payment", types = BoxOfficePaymentClient.class)
class BoxOfficeClientConfiguration {}
