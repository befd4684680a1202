package podo.starter.security;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads fans' tokens with the user service's key set, which is kept while that service is away. */
final class FanTokenDecoders {

    /** How far two machines' clocks may be apart. */
    static final Duration SKEW = Duration.ofSeconds(5);

    private static final String ADDRESS = "http://user/.well-known/jwks.json";

    private FanTokenDecoders() {}

    /** Answers {@link BadJwtException} to a token that is not good, and another {@link JwtException} when it cannot tell. */
    static JwtDecoder published(RestClient user) {
        try {
            AtomicBoolean known = new AtomicBoolean();
            JwtDecoder decoder = decoder(JWKSourceBuilder.<SecurityContext>create(
                            URI.create(ADDRESS).toURL(), url -> {
                                Resource keys = fetch(user, url.toString());
                                known.set(true);
                                return keys;
                            })
                    .cache(
                            Duration.ofMinutes(10).toMillis(),
                            Duration.ofSeconds(10).toMillis())
                    .rateLimited(Duration.ofSeconds(5).toMillis())
                    .outageTolerant(Duration.ofDays(1).toMillis())
                    .build());
            return token -> decode(decoder, token, known.get());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static JwtDecoder own(FanTokens tokens) {
        return decoder(new ImmutableJWKSet<>(tokens.keys()));
    }

    /** A key that we have asked for a moment ago and that was not there is a made-up one. */
    private static Jwt decode(JwtDecoder decoder, String token, boolean keysAreKnown) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (keysAreKnown && NestedExceptionUtils.getMostSpecificCause(e) instanceof RateLimitReachedException) {
                throw new BadJwtException("signed with an unknown key", e);
            }
            throw e;
        }
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
        // the issuer is a name; Spring would try to read it as an address, and throw and catch for each token
        decoder.setClaimSetConverter(MappedJwtClaimSetConverter.withDefaults(Map.of("iss", name -> name)));
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                "aud", audiences -> audiences != null && audiences.contains(FanTokens.AUDIENCE));
        OAuth2TokenValidator<Jwt> end = new JwtClaimValidator<>("exp", Objects::nonNull);
        OAuth2TokenValidator<Jwt> fan =
                new JwtClaimValidator<String>("sub", id -> id != null && id.matches("[0-9]{1,18}"));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW), new JwtIssuerValidator(FanTokens.ISSUER), audience, end, fan));
        return decoder;
    }
}
