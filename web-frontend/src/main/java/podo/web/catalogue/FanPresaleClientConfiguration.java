package podo.web.catalogue;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = FanPresaleClient.class)
class FanPresaleClientConfiguration {}
