package podo.payment.restored;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The HTTP client of reservation, by its name in the registry. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = OrderOwnerClient.class)
class OrderOwnerClientConfiguration {}
