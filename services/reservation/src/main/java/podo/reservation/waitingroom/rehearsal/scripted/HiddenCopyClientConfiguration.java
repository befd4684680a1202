package podo.reservation.waitingroom.rehearsal.scripted;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory", types = HiddenCopyClient.class)
class HiddenCopyClientConfiguration {}
