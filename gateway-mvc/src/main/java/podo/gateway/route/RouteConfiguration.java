package podo.gateway.route;

import java.util.List;
import java.util.function.Function;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.gateway.guard.RequestGuard;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.problem.NotFound;

/** What the addresses in the route table mean: {@code service://name} and {@code nowhere://}. */
@Configuration
class RouteConfiguration {

    @Bean
    Function<RouteProperties, HandlerFunctionDefinition> serviceHandlerFunctionDefinition(
            Forwarders forwarders, RequestGuard guard) {
        return route -> new HandlerFunctionDefinition.Default(
                "service", forwarders.to(route.getUri().getHost()), List.of(guard), List.of());
    }

    @Bean
    Function<RouteProperties, HandlerFunctionDefinition> nowhereHandlerFunctionDefinition(RefusalWriter refusals) {
        return route -> new HandlerFunctionDefinition.Default("nowhere", request -> refusals.answer(new NotFound()));
    }
}
