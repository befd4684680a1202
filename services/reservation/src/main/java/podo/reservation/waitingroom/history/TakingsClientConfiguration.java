package podo.reservation.waitingroom.history;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "payment", types = TakingsClient.class)
class TakingsClientConfiguration {}
