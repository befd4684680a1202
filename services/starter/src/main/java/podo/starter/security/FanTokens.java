package podo.starter.security;

import io.jsonwebtoken.Jwts;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podo.starter.key.KeyClaims;
import podo.starter.key.TeamKey;
import podo.starter.passkey.LogInMethod;

/**
 * Issues access tokens (JWT, RS256) with the private key {@code PODO_JWT_PRIVATE_KEY}. Only the user service has the key; the others
 * verify with the key set that it publishes.
 */
public class FanTokens {

    static final String ISSUER = "podo-user";
    static final String AUDIENCE = "podo";
    static final String LOG_IN = "sid";

    private final RSAPrivateCrtKey key;
    private final com.nimbusds.jose.jwk.RSAKey jwk;

    /** @param privateKey a PKCS#8 RSA key, base64 */
    public FanTokens(String privateKey) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            this.key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            RSAPublicKey publicKey =
                    (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            this.jwk = new com.nimbusds.jose.jwk.RSAKey.Builder(publicKey)
                    .keyUse(com.nimbusds.jose.jwk.KeyUse.SIGNATURE)
                    .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (NoSuchAlgorithmException
                | InvalidKeySpecException
                | IllegalArgumentException
                | ClassCastException
                | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException("PODO_JWT_PRIVATE_KEY is not a PKCS#8 RSA key in base64", e);
        }
    }

    /** A token of no log-in, which ends by its time only. */
    public String mint(Fan fan, Instant now, Duration life) {
        return mint(fan, null, now, life);
    }

    /** A token of a log-in with a password. @param logIn what all tokens of one log-in share: they end together at log-out */
    public String mint(Fan fan, @Nullable String logIn, Instant now, Duration life) {
        return mint(fan, logIn, LogInMethod.PASSWORD, now, life);
    }

    /** @param logIn what all tokens of one log-in share: they end together at log-out */
    public String mint(Fan fan, @Nullable String logIn, LogInMethod method, Instant now, Duration life) {
        return Jwts.builder()
                .header()
                .keyId(jwk.getKeyID())
                .and()
                .id(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .audience()
                .add(AUDIENCE)
                .and()
                .subject(Long.toString(fan.id()))
                .claim("roles", fan.roleNames())
                .claim(LOG_IN, logIn)
                .claim(LogInMethod.CLAIM, method.references())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(life)))
                .signWith(key, Jwts.SIG.RS256)
                .compact();
    }

    /** A token of a key, which has no roles and an audience of its own. */
    public String mint(TeamKey teamKey, Instant now, Duration life) {
        return Jwts.builder()
                .header()
                .keyId(jwk.getKeyID())
                .and()
                .id(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .audience()
                .add(KeyClaims.AUDIENCE)
                .and()
                .subject(Long.toString(teamKey.actor()))
                .claims(KeyClaims.write(teamKey))
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(life)))
                .signWith(key, Jwts.SIG.RS256)
                .compact();
    }

    /** The public key as a JWK set in JSON. */
    public String keySet() {
        return keys().toString();
    }

    com.nimbusds.jose.jwk.JWKSet keys() {
        return new com.nimbusds.jose.jwk.JWKSet(jwk);
    }
}
