package podo.web.giveback;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = GiveBackClient.class)
class GiveBackClientConfiguration {}
