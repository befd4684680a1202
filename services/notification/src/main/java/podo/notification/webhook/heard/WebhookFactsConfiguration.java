package podo.notification.webhook.heard;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "reservation", types = TeamOfEventClient.class)
class WebhookFactsConfiguration {}
