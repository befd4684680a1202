package podo.gateway.exchange;

import static org.springframework.cloud.gateway.server.mvc.filter.LoadBalancerFilterFunctions.lb;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import podo.gateway.guard.RequestGuard;
import podo.gateway.route.Forwarders;

/**
 * The same backend behind Podo's forwarding and behind Spring Cloud Gateway's, all with the same guard and the same pooled
 * client. Spring's have neither circuit breaker nor bulkhead nor {@code X-Forwarded-*}, so the comparison favours them.
 */
class BenchRoutes {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> waysToTheBackend(
            Forwarders forwarders,
            RequestGuard guard,
            CloseableHttpClient client,
            GatewayMvcProperties properties,
            ObjectProvider<RequestHttpHeadersFilter> requestFilters,
            ObjectProvider<ResponseHttpHeadersFilter> responseFilters,
            ApplicationContext context) {
        var factory = new HttpComponentsClientHttpRequestFactory(client);
        var restClient = new RestClientProxyExchange(
                RestClient.builder().requestFactory(factory).build(), properties);
        return route("podo", forwarders.to("backend"), guard)
                .and(route("podo-tls", forwarders.to("backend-tls"), guard))
                .and(springs("rest-client", handler(restClient, requestFilters, responseFilters, context), guard))
                .and(springs(
                        "extension",
                        handler(request -> exchange(request, client), requestFilters, responseFilters, context),
                        guard));
    }

    /** Spring's extension point over the client itself: Spring's address and header filters, Podo's answer. GET only. */
    private static ServerResponse exchange(ProxyExchange.Request request, CloseableHttpClient client) {
        var uri = request.getUri();
        var host = new HttpHost("http", uri.getHost(), uri.getPort());
        var outgoing = new HttpUriRequestBase(request.getMethod().name(), uri);
        request.getHeaders().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        try {
            return new StreamedResponse(outgoing, client.executeOpen(host, outgoing, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HandlerFunction<ServerResponse> handler(
            ProxyExchange exchange,
            ObjectProvider<RequestHttpHeadersFilter> requestFilters,
            ObjectProvider<ResponseHttpHeadersFilter> responseFilters,
            ApplicationContext context) {
        var handler = new ProxyExchangeHandlerFunction(exchange, requestFilters, responseFilters);
        handler.onApplicationEvent(new ContextRefreshedEvent(context));
        return handler;
    }

    private static RouterFunction<ServerResponse> springs(
            String name, HandlerFunction<ServerResponse> handler, RequestGuard guard) {
        return RouterFunctions.route()
                .route(RequestPredicates.path("/" + name + "/**"), handler)
                .filter(guard)
                .filter(lb("backend"))
                .build();
    }

    private static RouterFunction<ServerResponse> route(
            String name, HandlerFunction<ServerResponse> handler, RequestGuard guard) {
        return RouterFunctions.route()
                .route(RequestPredicates.path("/" + name + "/**"), handler)
                .filter(guard)
                .build();
    }
}
