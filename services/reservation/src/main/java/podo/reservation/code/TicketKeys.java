package podo.reservation.code;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.starter.signature.Ed25519;

/** The key that signs, and all keys whose codes are good, by their ids. An id is the start of the key's thumbprint (RFC 7638). */
@Component
class TicketKeys {

    /** A public key as a JWK (RFC 8037). */
    @JsonPropertyOrder({"kty", "crv", "x", "kid", "use", "alg"})
    record Jwk(String kty, String crv, String x, String kid, String use, String alg) {

        static Jwk of(String kid, byte[] key) {
            return new Jwk("OKP", "Ed25519", BASE64.encodeToString(key), kid, "sig", "EdDSA");
        }
    }

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** 48 bits: enough to tell a handful of keys apart, and short in a QR code. */
    private static final int ID_LENGTH = 8;

    private final KeyPair signing;
    private final String signingId;
    private final Map<String, PublicKey> byId = new LinkedHashMap<>();
    private final List<Jwk> jwks;

    TicketKeys(TicketKeySettings settings) {
        this.signing = keyPair(settings.signing());
        this.signingId = add(Ed25519.bytes(signing.getPublic()));
        settings.retired().stream()
                .filter(key -> !key.isBlank())
                .forEach(key -> add(Base64.getUrlDecoder().decode(key.strip())));
        this.jwks = byId.entrySet().stream()
                .map(entry -> Jwk.of(entry.getKey(), Ed25519.bytes(entry.getValue())))
                .toList();
    }

    String signingId() {
        return signingId;
    }

    byte[] sign(byte[] content) {
        return Ed25519.sign(signing.getPrivate(), content);
    }

    @Nullable
    PublicKey find(String id) {
        return byId.get(id);
    }

    List<Jwk> jwks() {
        return jwks;
    }

    private String add(byte[] key) {
        String id = idOf(key);
        byId.putIfAbsent(id, Ed25519.publicKey(key));
        return id;
    }

    private static String idOf(byte[] key) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + BASE64.encodeToString(key) + "\"}";
        try {
            byte[] thumbprint =
                    MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(thumbprint).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair(String secret) {
        try {
            return Ed25519.keyPair(Base64.getDecoder().decode(secret));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("PODO_TICKET_KEY is not 32 bytes in base64", e);
        }
    }
}
