package podo.payment.scope;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The HTTP client of {@link EventScopes}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "event", types = OwnEventsClient.class)
class OwnEventsClientConfiguration {}
