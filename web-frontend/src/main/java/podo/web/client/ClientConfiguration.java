package podo.web.client;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.service.registry.ImportHttpServices;
import podo.web.form.AskedChallenge;

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
    /** Whose pace services watch: they learn that a page was open, and the solution of a challenge that its form brings. */
    private static final Pattern COUNTED = Pattern.compile("/api/events/\\d+/(holds|queue)");

    private static final Pattern SOLUTION = Pattern.compile("[A-Za-z0-9+/=]{1,2000}");

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
                    boolean counted = request.getMethod() == HttpMethod.POST
                            && COUNTED.matcher(request.getURI().getPath()).matches();
                    if (counted) {
                        headers.set("X-Podo-Page", "1");
                    }
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
                        String solution = counted ? servlet.getRequest().getParameter(AskedChallenge.SOLUTION) : null;
                        if (solution != null && SOLUTION.matcher(solution).matches()) {
                            headers.set("X-Altcha", solution);
                        }
                    }
                    return execution.execute(request, body);
                }));
    }
}
