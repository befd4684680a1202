package podo.payment.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Who is asked. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = TicketOffice.class)
@ImportHttpServices(group = "inventory", types = Halls.class)
class Witnesses {}
