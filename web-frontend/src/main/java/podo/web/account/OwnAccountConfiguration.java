package podo.web.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Registers the client of the fan's own account beside those of {@code podo.web.client}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "user", types = OwnAccountClient.class)
class OwnAccountConfiguration {}
