package podo.payment.audit.evidence;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The HTTP clients used by the audit. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "reservation",
        types = {TicketAuditClient.class, GiveBackAuditClient.class})
@ImportHttpServices(group = "event", types = PriceAuditClient.class)
@ImportHttpServices(group = "inventory", types = SeatAuditClient.class)
class AuditClientsConfiguration {}
