package podo.reservation.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "user", types = AccountNameClient.class)
class AccountNameClientConfiguration {}
