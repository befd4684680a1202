package podo.payment.charge;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Whom we call, by their name in the registry. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = OrderClient.class)
@ImportHttpServices(group = "inventory", types = HoldClient.class)
class ChargeClients {}
