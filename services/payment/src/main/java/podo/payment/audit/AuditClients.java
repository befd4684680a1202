package podo.payment.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Who is asked. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = TicketAuditClient.class)
@ImportHttpServices(group = "inventory", types = SeatAuditClient.class)
class AuditClients {}
