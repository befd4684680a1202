package podo.reservation.booking.ticket.wallet;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Fresh keys and certificates in the place of the vendors'. */
public record WalletKeys(KeyPair pass, X509Certificate passCertificate, X509Certificate authorityCertificate) {

    static final String ACCOUNT = "podo@example.iam.gserviceaccount.com";

    public static WalletKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair authority = generator.generateKeyPair();
            KeyPair pass = generator.generateKeyPair();
            X509Certificate issuer =
                    certificate("CN=Test Worldwide Developer Relations", authority, "CN=Test Root", authority);
            return new WalletKeys(
                    pass,
                    certificate(
                            "CN=Pass Type ID: pass.example.tickets",
                            pass,
                            issuer.getSubjectX500Principal().getName(),
                            authority),
                    issuer);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    WalletSettings.Google google() {
        return new WalletSettings.Google("3388", serviceAccount());
    }

    WalletSettings.Apple apple() {
        return new WalletSettings.Apple(
                "pass.example.tickets", "TEAM123456", "podo", certificatePem(), keyPem(), authorityPem());
    }

    /** The file of Google's console, as far as it is read. */
    public String serviceAccount() {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("type", "service_account", "client_email", ACCOUNT, "private_key", keyPem()));
    }

    public String keyPem() {
        return pem("PRIVATE KEY", pass.getPrivate());
    }

    public String certificatePem() {
        return pem(passCertificate);
    }

    public String authorityPem() {
        return pem(authorityCertificate);
    }

    private static X509Certificate certificate(String subject, KeyPair key, String issuer, KeyPair signer)
            throws GeneralSecurityException, OperatorCreationException {
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Principal(issuer),
                                BigInteger.valueOf(now.toEpochMilli()),
                                Date.from(now.minus(Duration.ofHours(1))),
                                Date.from(now.plus(Duration.ofDays(2))),
                                new X500Principal(subject),
                                key.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.getPrivate())));
    }

    private static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, Key key) {
        return pem(kind, key.getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
