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

/** Adds the fan's access token to calls that are made for a page; after a 401 the token is renewed and the call repeated once. */
@Configuration(proxyBeanMethods = false)
class BearerTokenConfiguration {

    @Bean
    RestClientHttpServiceGroupConfigurer bearerToken(ObjectProvider<SessionTokens> sessionTokens) {
        return groups -> groups.forEachClient((group, client) -> client.requestInterceptor(addToken(sessionTokens)));
    }

    private static ClientHttpRequestInterceptor addToken(ObjectProvider<SessionTokens> sessionTokens) {
        return (request, body, execution) -> {
            HttpSession session = session();
            String path = request.getURI().getPath();
            if (session == null
                    || path.startsWith("/internal/")
                    || path.startsWith("/api/tokens")
                    || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
                return execution.execute(request, body);
            }
            String token = sessionTokens.getObject().validAccessToken(session);
            if (token == null) {
                return execution.execute(request, body);
            }
            request.getHeaders().setBearerAuth(token);
            ClientHttpResponse response = execution.execute(request, body);
            if (response.getStatusCode() != HttpStatus.UNAUTHORIZED) {
                return response;
            }
            String renewed = sessionTokens.getObject().replaceRefused(session, token);
            if (renewed == null || renewed.equals(token)) {
                return response;
            }
            response.close();
            request.getHeaders().setBearerAuth(renewed);
            return execution.execute(request, body);
        };
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getSession(false)
                : null;
    }
}
