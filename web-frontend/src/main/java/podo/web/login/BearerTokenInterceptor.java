package podo.web.login;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Calls made for a fan's page carry the fan's token; one that has ended is renewed once, unseen. */
@Configuration(proxyBeanMethods = false)
class BearerTokenInterceptor {

    @Bean
    RestClientHttpServiceGroupConfigurer inTheFansName(ObjectProvider<SessionTokens> keyring) {
        return groups -> groups.forEachClient((group, client) -> client.requestInterceptor(bearer(keyring)));
    }

    private static ClientHttpRequestInterceptor bearer(ObjectProvider<SessionTokens> keyring) {
        return (request, body, execution) -> {
            HttpSession session = session();
            String path = request.getURI().getPath();
            if (session == null
                    || path.startsWith("/internal/")
                    || path.startsWith("/api/tokens")
                    || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
                return execution.execute(request, body);
            }
            String token = keyring.getObject().access(session);
            if (token == null) {
                return execution.execute(request, body);
            }
            request.getHeaders().setBearerAuth(token);
            ClientHttpResponse answer = execution.execute(request, body);
            if (answer.getStatusCode() != HttpStatus.UNAUTHORIZED) {
                return answer;
            }
            String another = keyring.getObject().another(session, token);
            if (another == null || another.equals(token)) {
                return answer;
            }
            answer.close();
            request.getHeaders().setBearerAuth(another);
            return execution.execute(request, body);
        };
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                ? page.getRequest().getSession(false)
                : null;
    }
}
