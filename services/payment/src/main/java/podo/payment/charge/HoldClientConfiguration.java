package podo.payment.charge;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The HTTP client of inventory, by its name in the registry. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory", types = HoldClient.class)
class HoldClientConfiguration {}
