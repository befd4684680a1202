package podo.web.mails;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "notification", types = GivenUpMailClient.class)
class GivenUpMailClientConfiguration {}
