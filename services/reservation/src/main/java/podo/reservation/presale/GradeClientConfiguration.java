package podo.reservation.presale;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "inventory", types = GradeClient.class)
class GradeClientConfiguration {}
