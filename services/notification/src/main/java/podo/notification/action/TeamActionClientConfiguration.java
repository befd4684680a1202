package podo.notification.action;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = TeamActionClient.class)
class TeamActionClientConfiguration {}
