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
import podo.starter.key.KeyClaims;

/** Decoders of access tokens; the user service's key set is cached for 10 minutes, and for a day while that service is unavailable. */
final class FanTokenDecoders {

    /** Tolerated difference between two machines' clocks. */
    static final Duration SKEW = Duration.ofSeconds(5);

    private static final String KEY_SET_ADDRESS = "http://user/.well-known/jwks.json";

    private FanTokenDecoders() {}

    /** Throws {@link BadJwtException} for an invalid token, another {@link JwtException} when the key set cannot be fetched. */
    static JwtDecoder ofPublishedKeys(RestClient user) {
        try {
            AtomicBoolean fetched = new AtomicBoolean();
            JwtDecoder decoder = decoder(JWKSourceBuilder.<SecurityContext>create(
                            URI.create(KEY_SET_ADDRESS).toURL(), url -> {
                                Resource keys = fetch(user, url.toString());
                                fetched.set(true);
                                return keys;
                            })
                    .cache(
                            Duration.ofMinutes(10).toMillis(),
                            Duration.ofSeconds(10).toMillis())
                    .rateLimited(Duration.ofSeconds(5).toMillis())
                    .outageTolerant(Duration.ofDays(1).toMillis())
                    .build());
            return token -> decode(decoder, token, fetched.get());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static JwtDecoder ofOwnKeys(FanTokens tokens) {
        return decoder(new ImmutableJWKSet<>(tokens.keys()));
    }

    /** Key sets are fetched at most once in 5 s; a key id that was not in the set fetched last is treated as forged. */
    private static Jwt decode(JwtDecoder decoder, String token, boolean keysFetched) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (keysFetched && NestedExceptionUtils.getMostSpecificCause(e) instanceof RateLimitReachedException) {
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
            throw new IOException("the key set cannot be fetched", e);
        }
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        // the issuer is a name; Spring's default converter would try to parse it as a URL and catch an exception per
        // token
        decoder.setClaimSetConverter(MappedJwtClaimSetConverter.withDefaults(Map.of("iss", name -> name)));
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                "aud",
                audiences -> audiences != null
                        && (audiences.contains(FanTokens.AUDIENCE) || audiences.contains(KeyClaims.AUDIENCE)));
        OAuth2TokenValidator<Jwt> end = new JwtClaimValidator<>("exp", Objects::nonNull);
        OAuth2TokenValidator<Jwt> fan =
                new JwtClaimValidator<String>("sub", id -> id != null && id.matches("[0-9]{1,18}"));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW), new JwtIssuerValidator(FanTokens.ISSUER), audience, end, fan));
        return token -> {
            if (!CompactJwt.isWellFormed(token)) {
                throw new BadJwtException("not three parts of Base64URL");
            }
            return decoder.decode(token);
        };
    }
}
