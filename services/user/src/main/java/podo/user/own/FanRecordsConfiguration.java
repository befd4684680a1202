package podo.user.own;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "inventory", types = FanRecordsClient.class)
@ImportHttpServices(group = "reservation", types = FanRecordsClient.class)
@ImportHttpServices(group = "payment", types = FanRecordsClient.class)
@ImportHttpServices(group = "notification", types = FanRecordsClient.class)
@ImportHttpServices(group = "event", types = LiveEventsClient.class)
class FanRecordsConfiguration {}
