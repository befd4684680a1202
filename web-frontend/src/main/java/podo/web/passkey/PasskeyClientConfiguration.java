package podo.web.passkey;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "user", types = PasskeyClient.class)
class PasskeyClientConfiguration {}
