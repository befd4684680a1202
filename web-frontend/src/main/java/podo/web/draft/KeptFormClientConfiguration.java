package podo.web.draft;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "event", types = KeptFormClient.class)
class KeptFormClientConfiguration {}
