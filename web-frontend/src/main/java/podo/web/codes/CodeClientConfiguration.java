package podo.web.codes;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = CodeClient.class)
class CodeClientConfiguration {}
