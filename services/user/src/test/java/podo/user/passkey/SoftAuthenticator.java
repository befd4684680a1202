package podo.user.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An authenticator with one key (ES256), and the browser around it; each part of an answer can be made wrong. */
final class SoftAuthenticator {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 64;

    final byte[] id = new byte[32];
    private final KeyPair key;
    private byte[] handle = new byte[0];
    String origin = "http://localhost:8080";
    String domain = "localhost";
    int count;
    boolean verifies = true;

    SoftAuthenticator() {
        try {
            new SecureRandom().nextBytes(id);
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(new ECGenParameterSpec("secp256r1"));
            key = curve.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers {@code navigator.credentials.create}. */
    Map<String, Object> create(JsonNode publicKey) {
        handle = Base64.getUrlDecoder().decode(publicKey.path("user").path("id").asString());
        byte[] attestation = cbor(0xa3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .head(0xa0)
                .text("authData")
                .bytes(authenticatorData(WITH_KEY, attestedKey()))
                .done();
        return credential(Map.of(
                "clientDataJSON", text(clientData("webauthn.create", publicKey)),
                "attestationObject", text(attestation)));
    }

    /** Answers {@code navigator.credentials.get}, counting on. */
    Map<String, Object> get(JsonNode publicKey) {
        count++;
        byte[] data = authenticatorData(0, new byte[0]);
        byte[] client = clientData("webauthn.get", publicKey);
        return credential(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(sign(data, client)),
                "userHandle", text(handle)));
    }

    /** With the same key, which a thief may have copied. */
    void actFor(byte[] otherHandle) {
        handle = otherHandle;
    }

    byte[] handle() {
        return handle;
    }

    private Map<String, Object> credential(Map<String, String> response) {
        return Map.of(
                "id",
                text(id),
                "rawId",
                text(id),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of());
    }

    private byte[] clientData(String type, JsonNode publicKey) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\""
                        + publicKey.path("challenge").asString() + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] attested) {
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(domain.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt(count)
                .put(attested)
                .array();
    }

    private byte[] attestedKey() {
        ECPublicKey point = (ECPublicKey) key.getPublic();
        byte[] cose = cbor(0xa5)
                .head(0x01)
                .head(0x02)
                .head(0x03)
                .head(0x26)
                .head(0x20)
                .head(0x01)
                .head(0x21)
                .bytes(coordinate(point.getW().getAffineX()))
                .head(0x22)
                .bytes(coordinate(point.getW().getAffineY()))
                .done();
        return ByteBuffer.allocate(18 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Cbor cbor(int head) {
        return new Cbor().head(head);
    }

    /** As much CBOR as an answer needs. */
    private static final class Cbor {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Cbor head(int value) {
            out.write(value);
            return this;
        }

        Cbor text(String value) {
            return head(0x60 + value.length()).raw(value.getBytes(StandardCharsets.UTF_8));
        }

        Cbor bytes(byte[] value) {
            return (value.length < 256
                            ? head(0x58).head(value.length)
                            : head(0x59).head(value.length >> 8).head(value.length & 255))
                    .raw(value);
        }

        byte[] done() {
            return out.toByteArray();
        }

        private Cbor raw(byte[] value) {
            out.writeBytes(value);
            return this;
        }
    }
}
