package podo.web.rehearsal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = RehearsalClient.class)
class RehearsalClientConfiguration {}
