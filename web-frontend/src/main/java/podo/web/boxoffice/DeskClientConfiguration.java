package podo.web.boxoffice;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = BoxOfficeClient.class)
class DeskClientConfiguration {}
