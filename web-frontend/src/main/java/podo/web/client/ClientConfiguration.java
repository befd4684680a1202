package podo.web.client;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.service.registry.ImportHttpServices;

/** Registers the HTTP clients. A group's name is the service's Eureka id; each call carries the fan's language and address. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "user", types = AccountClient.class)
@ImportHttpServices(
        group = "event",
        types = {EventClient.class, VenueClient.class})
@ImportHttpServices(group = "inventory", types = SeatClient.class)
@ImportHttpServices(
        group = "reservation",
        types = {LineClient.class, BookingClient.class, RoomClient.class})
@ImportHttpServices(
        group = "payment",
        types = {PaymentClient.class, OperatorClient.class})
class ClientConfiguration {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final Set<String> LOG_INS = Set.of("/api/tokens", "/api/tokens/passkey");

    @Bean
    RestClientHttpServiceGroupConfigurer languageAndAddress() {
        return groups -> groups.forEachClient((group, client) -> client.defaultStatusHandler(
                        HttpStatusCode::isError, (request, response) -> {
                            throw ServiceRefusal.read(response);
                        })
                .requestInterceptor((request, body, execution) -> {
                    HttpHeaders headers = request.getHeaders();
                    headers.set(
                            HttpHeaders.ACCEPT_LANGUAGE,
                            LocaleContextHolder.getLocale().toLanguageTag());
                    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet) {
                        String address = servlet.getRequest().getHeader(FORWARDED);
                        headers.set(
                                FORWARDED,
                                address != null ? address : servlet.getRequest().getRemoteAddr());
                        String browser = servlet.getRequest().getHeader(HttpHeaders.USER_AGENT);
                        if (browser != null && LOG_INS.contains(request.getURI().getPath())) {
                            // the owner of the account sees which browsers are logged in
                            headers.set(HttpHeaders.USER_AGENT, browser);
                        }
                    }
                    return execution.execute(request, body);
                }));
    }
}
