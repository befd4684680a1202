package podo.inventory.hold.line;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(
        group = "reservation",
        types = {WaitingRoomClient.class, PresaleClient.class})
class WaitingRoomClientConfiguration {}
