package podo.e2e.load.sale;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import podo.e2e.StackProcesses;

/** Access tokens as the user service issues them (JWT, RS256), signed with the key that {@code ./podo up} made for the stack of this folder. */
final class StackTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey key;
    private final String header;

    private StackTokens(RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.key = key;
        this.header = encode("{\"kid\":\"" + thumbprint(key) + "\",\"alg\":\"RS256\"}");
    }

    static StackTokens ofRunningStack() {
        String key = StackProcesses.secret("PODO_JWT_PRIVATE_KEY");
        try {
            return new StackTokens((RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stack's secrets.env has no RSA key", e);
        }
    }

    /** Of a fan who has logged in with a password. */
    String sign(long accountId, Instant now, Duration life) {
        String signed = header + "."
                + encode(
                        "{\"jti\":\"%s\",\"iss\":\"podo-user\",\"aud\":[\"podo\"],\"sub\":\"%d\",\"roles\":[\"FAN\"],\"amr\":[\"pwd\"],\"iat\":%d,\"exp\":%d}"
                                .formatted(
                                        UUID.randomUUID(),
                                        accountId,
                                        now.getEpochSecond(),
                                        now.plus(life).getEpochSecond()));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7638, by which the published key set names the key. */
    private static String thumbprint(RSAPrivateCrtKey key) throws GeneralSecurityException {
        String members = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(encode(key.getPublicExponent()), encode(key.getModulus()));
        return BASE64.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        // without the byte of the sign
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
