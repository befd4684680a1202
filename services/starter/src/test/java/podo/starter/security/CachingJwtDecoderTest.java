package podo.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import podo.starter.ended.EndedLogInSource;
import podo.starter.ended.EndedLogIns;

class CachingJwtDecoderTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicInteger verified = new AtomicInteger();
    private final EndedLogIns ended = new EndedLogIns(after -> new EndedLogInSource.Ended(after, List.of()));
    private final CachingJwtDecoder tokens = new CachingJwtDecoder(this::verify, ended, clock());

    @Test
    void aSignatureIsVerifiedOnce() {
        Jwt first = tokens.decode("good");

        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(verified).hasValue(1);
    }

    @Test
    void aCachedTokenStillExpires() {
        tokens.decode("good");
        now.set(START.plus(Duration.ofSeconds(66)));

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void aCachedTokenEndsWithItsLogIn() {
        tokens.decode("good");
        ended.add("another");
        tokens.decode("good");
        ended.add("log-in-1");

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(BadJwtException.class);
    }

    @AfterEach
    void stopAsking() {
        ended.destroy();
    }

    @Test
    void aRefusedTokenIsNotCached() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(verified).hasValue(2);
    }

    private Jwt verify(String token) {
        verified.incrementAndGet();
        if (token.equals("forged")) {
            throw new BadJwtException(token);
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("1")
                .claim("sid", "log-in-1")
                .expiresAt(START.plus(Duration.ofSeconds(60)))
                .build();
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }
}
