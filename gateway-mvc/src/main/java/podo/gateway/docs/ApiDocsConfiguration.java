package podo.gateway.docs;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import podo.gateway.refusal.RefusalWriter;
import podo.gateway.route.Forwarders;
import podo.starter.problem.NotFound;

/** {@code /api/docs}: Swagger UI over the OpenAPI documents of the services, fetched at {@code /v3/api-docs}. */
@Configuration
class ApiDocsConfiguration {

    private static final List<String> SERVICES =
            List.of("user", "event", "inventory", "reservation", "payment", "notification");
    /** A service generates its document at the first request. */
    private static final Duration DOCUMENT_TIMEOUT = Duration.ofSeconds(60);

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> apiDocsRoutes(
            Forwarders forwarders, RefusalWriter refusals, @Value("${podo.gateway.swagger-ui}") String version) {
        return RouterFunctions.route()
                .GET("/api/docs", ApiDocsConfiguration::index)
                .GET("/api/docs/page/{file}", request -> file("docs/" + request.pathVariable("file"), refusals))
                .GET(
                        "/api/docs/ui/{file}",
                        request -> file(
                                "META-INF/resources/webjars/swagger-ui/%s/%s"
                                        .formatted(version, request.pathVariable("file")),
                                refusals))
                .GET("/api/docs/{service}", document(forwarders, refusals))
                .build();
    }

    private static ServerResponse index(ServerRequest request) {
        if (request.headers().accept().contains(MediaType.APPLICATION_JSON)) {
            return ServerResponse.ok()
                    .body(Map.of(
                            "documents",
                            SERVICES.stream()
                                    .map(service -> Map.of("name", service, "url", "/api/docs/" + service))
                                    .toList()));
        }
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .body(new ClassPathResource("docs/index.html"));
    }

    private static HandlerFunction<ServerResponse> document(Forwarders forwarders, RefusalWriter refusals) {
        return request -> {
            String service = request.pathVariable("service");
            return SERVICES.contains(service)
                    ? forwarders.to(service).forward(request.servletRequest(), "/v3/api-docs", DOCUMENT_TIMEOUT)
                    : refusals.response(new NotFound());
        };
    }

    private static ServerResponse file(String path, RefusalWriter refusals) {
        ClassPathResource file = new ClassPathResource(path);
        if (!file.exists() || URI.create(path).normalize().getPath().length() != path.length()) {
            return refusals.response(new NotFound());
        }
        return ServerResponse.ok()
                .contentType(org.springframework.http.MediaTypeFactory.getMediaType(file)
                        .orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "max-age=3600")
                .body(file);
    }
}
