package podo.web.orders;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = OrganiserOrderClient.class)
class OrganiserOrderClientConfiguration {}
