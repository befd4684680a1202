package podo.notification.facts;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(
        group = "reservation",
        types = {OrderFactsClient.class, SeatNewsClient.class})
@ImportHttpServices(group = "user", types = RecipientClient.class)
class FactsConfiguration {}
