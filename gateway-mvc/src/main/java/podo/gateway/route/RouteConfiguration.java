package podo.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.gateway.guard.RequestGuard;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.problem.NotFound;

/**
 * The URI schemes of the route table: {@code service://name} forwards to a service, {@code service://name/lane} in a lane of its own,
 * {@code nowhere://} is 404.
 */
@Configuration
class RouteConfiguration {

    @Bean
    Function<RouteProperties, HandlerFunctionDefinition> serviceHandlerFunctionDefinition(
            Forwarders forwarders, RequestGuard guard) {
        return route -> new HandlerFunctionDefinition.Default(
                "service", forwarderOf(route, forwarders), List.of(guard), List.of());
    }

    @Bean
    Function<RouteProperties, HandlerFunctionDefinition> nowhereHandlerFunctionDefinition(RefusalWriter refusals) {
        return route -> new HandlerFunctionDefinition.Default("nowhere", request -> refusals.response(new NotFound()));
    }

    private static Forwarder forwarderOf(RouteProperties route, Forwarders forwarders) {
        URI uri = Objects.requireNonNull(route.getUri(), "a route has a uri");
        return forwarders.to(
                uri.getHost(), uri.getPath().isEmpty() ? null : uri.getPath().substring(1));
    }
}
