package podo.door.token;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads fans' tokens with the user service's key set, which is kept while that service is away. */
final class KeySets {

    private static final String ADDRESS = "http://user/.well-known/jwks.json";

    private KeySets() {}

    static JwtDecoder published(RestClient user) {
        try {
            return decoder(JWKSourceBuilder.<SecurityContext>create(
                            URI.create(ADDRESS).toURL(), url -> fetch(user, url.toString()))
                    .cache(
                            Duration.ofMinutes(10).toMillis(),
                            Duration.ofSeconds(10).toMillis())
                    .rateLimited(Duration.ofSeconds(5).toMillis())
                    .outageTolerant(Duration.ofDays(1).toMillis())
                    .build());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static JwtDecoder own(FanTokens tokens) {
        return decoder(new ImmutableJWKSet<>(tokens.keys()));
    }

    private static Resource fetch(RestClient user, String url) throws IOException {
        try {
            String body = user.get().uri(url).retrieve().body(String.class);
            return new Resource(String.valueOf(body), "application/json");
        } catch (RestClientException | IllegalStateException e) {
            throw new IOException("the key set is not to be had", e);
        }
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                "aud", audiences -> audiences != null && audiences.contains(FanTokens.AUDIENCE));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(5)), new JwtIssuerValidator(FanTokens.ISSUER), audience));
        return decoder;
    }
}
