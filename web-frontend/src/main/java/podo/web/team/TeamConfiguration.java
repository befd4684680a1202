package podo.web.team;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;
import podo.starter.team.MembershipClient;

/** Registers the clients of teams beside those of {@code podo.web.client}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "user",
        types = {TeamClient.class, ApiKeyClient.class, MembershipClient.class})
@ImportHttpServices(group = "reservation", types = TeamLogClient.class)
@ImportHttpServices(group = "notification", types = WebhookClient.class)
class TeamConfiguration {}
