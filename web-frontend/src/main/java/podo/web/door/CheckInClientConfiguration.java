package podo.web.door;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = CheckInClient.class)
class CheckInClientConfiguration {}
